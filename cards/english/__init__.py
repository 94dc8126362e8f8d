"""English words, phrases and clauses: the grammar that claims and questions share."""
