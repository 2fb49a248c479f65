[
  (declaration)
  (expectation)
  (paragraph)
  (fact)
] @fold
