"""How the parser's weights are made again and measured: ``python -m cards.parse.training``."""
