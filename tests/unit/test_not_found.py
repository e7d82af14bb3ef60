from shizha.rendering.not_found import region_numbers


def test_each_region_has_its_number_and_its_names(library):
    regions = region_numbers(library)
    assert [region.number for region in regions] == ["110", "999", "999", "110"]
    assert regions[0].names == [("zh-Hans", "中国内地"), ("zh-Hant", "中國內地"), ("en", "Mainland China")]
    assert regions[1].href == "tel:999"
