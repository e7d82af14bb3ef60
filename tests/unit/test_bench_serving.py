"""What wrk prints is read as it is meant."""

import pytest

from shizha.bench.serving import Load, load_of

PRINTED = """Running 5s test @ http://127.0.0.1:1/
  2 threads and 64 connections
  Latency Distribution
     50%  812.00us
     75%    1.10ms
     90%    1.90ms
     99%    1.02s
  100 requests in 5.00s, 1MB read
Requests/sec:  20123.45
Transfer/sec:      1.00MB
"""


def test_units_become_milliseconds():
    assert load_of(PRINTED) == Load(20123.45, 0.812, 1020.0)


@pytest.mark.parametrize(
    "printed",
    ["", PRINTED.replace("99%", "98%"), f"{PRINTED}Non-2xx or 3xx responses: 3", f"{PRINTED}Socket errors: connect 1"],
)
def test_anything_else_is_no_measurement(printed):
    with pytest.raises(ValueError):
        load_of(printed)
