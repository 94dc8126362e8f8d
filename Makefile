.PHONY: help check format lint types floors test docs
help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'
check: format lint types floors test ## everything before a commit
format: ## format the code
	ruff format cards tests
lint: ## check style
	ruff check cards tests
types: ## check types
	mypy
floors: ## check the direction of imports
	lint-imports
test: ## run the default tests
	pytest
