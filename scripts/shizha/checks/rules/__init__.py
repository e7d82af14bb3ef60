"""The rules of each family in words, as the published list shows them. The checks beside this folder apply them."""
