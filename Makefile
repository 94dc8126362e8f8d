# The tools come from the test environment that the README's second command makes, if it is there.
export PATH := $(CURDIR)/.venv-test/bin:$(PATH)

.PHONY: help check format lint types floors test docs slow pictures ci

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'
check: format lint types floors test ## everything before a commit
format: ## format the code
	ruff format cards tests
lint: ## check style
	ruff check cards tests
types: ## check types
	mypy
floors: ## check the direction of imports
	lint-imports
test: ## run the default tests, the documentation's among them
	pytest
docs: ## write the manual's table of settings anew and check what the documentation says
	python tests/test_docs.py
	pytest -n 0 tests/test_docs.py
slow: ## run the tests that the default leaves out
	pytest -m 'slow or browser or anki_gui'
pictures: ## show every style in the real Anki program and write the README's pictures
	PYTHONPATH=. python tests/pictures.py pictures
	PYTHONPATH=. python tests/pictures.py pictures/docs --docs docs
ci: ## do what the continuous integration does
	.ci/run
