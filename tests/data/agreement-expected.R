# Makes agreement-expected.json: Rscript tests/data/agreement-expected.R > tests/data/agreement-expected.json
# Needs vcd (Debian: r-cran-vcd) and irrCAC 1.4 (CRAN), R 4.2. The tests read the JSON only.
suppressMessages({library(vcd); library(irrCAC)})

number <- function(x) ifelse(is.na(x), "null", sprintf("%.15g", x))
vector <- function(x) paste0("[", paste(number(x), collapse = ", "), "]")
rows <- function(m) paste0("[", paste(apply(m, 1, vector), collapse = ", "), "]")
object <- function(...) { parts <- list(...); paste0("{ ", paste(sprintf('"%s": %s', names(parts), parts), collapse = ", "), " }") }
table_of <- function(...) matrix(c(...), nrow = sqrt(length(c(...))), byrow = TRUE)

# Two raters: Cohen's kappa from vcd, Gwet's coefficients from irrCAC (variance of tables: divided by n^2).
two <- function(name, m) {
  q <- nrow(m)
  equal <- Kappa(m)
  fleiss <- Kappa(m, weights = "Fleiss-Cohen")
  gwet <- function(w) { g <- gwet.ac1.table(m, weights = w); c(g$coeff.val, g$coeff.se) }
  object(name = sprintf('"%s"', name), table = rows(m),
    unweighted = vector(as.numeric(equal$Unweighted)), linear = vector(as.numeric(equal$Weighted)), quadratic = vector(as.numeric(fleiss$Weighted)),
    ac1 = vector(gwet(identity.weights(1:q))), ac2Linear = vector(gwet(linear.weights(1:q))), ac2Quadratic = vector(gwet(quadratic.weights(1:q))))
}

# Krippendorff's alpha by its definition: every pair of values within an item against every pair of values.
alpha <- function(m, distance) {
  units <- Filter(function(x) length(x) > 1, lapply(seq_len(nrow(m)), function(i) m[i, !is.na(m[i, ])]))
  values <- unlist(units)
  n <- length(values)
  d <- function(x, y) sum(outer(x, y, Vectorize(function(a, b) distance(a, b, values))))
  1 - (n - 1) * sum(sapply(units, function(x) d(x, x) / (length(x) - 1))) / d(values, values)
}
nominal <- function(a, b, values) as.numeric(a != b)
interval <- function(a, b, values) (a - b)^2
ordinal <- function(a, b, values) (sum(values >= min(a, b) & values <= max(a, b)) - (sum(values == a) + sum(values == b)) / 2)^2

# More raters, ratings missing: irrCAC gives Gwet's coefficients and its own alpha in 5 decimals.
more <- function(name, m, q) {
  gwet <- function(w) { g <- gwet.ac1.raw(m, weights = w, categ.labels = 1:q)$est; c((g$pa - g$pe) / (1 - g$pe), g$coeff.se) }
  stopifnot(abs(alpha(m, nominal) - krippen.alpha.raw(m, categ.labels = 1:q)$est$coeff.val) < 1e-5)
  stopifnot(abs(alpha(m, interval) - krippen.alpha.raw(m, weights = "quadratic", categ.labels = 1:q)$est$coeff.val) < 1e-5)
  object(name = sprintf('"%s"', name), categories = q, ratings = rows(m),
    alphaNominal = number(alpha(m, nominal)), alphaOrdinal = number(alpha(m, ordinal)), alphaInterval = number(alpha(m, interval)),
    ac1 = vector(gwet("unweighted")), ac2Linear = vector(gwet("linear")), ac2Quadratic = vector(gwet("quadratic")))
}

set.seed(20261122)
simulate <- function(n, r, q, missing) {
  truth <- sample(q, n, replace = TRUE, prob = rev(seq_len(q)))
  m <- sapply(seq_len(r), function(g) pmin(q, pmax(1, truth + sample(c(-1, 0, 0, 0, 1), n, replace = TRUE))))
  m[runif(n * r) < missing] <- NA
  m[rowSums(!is.na(m)) > 0, ]
}

cat("{\n  \"twoRaters\": [\n    ")
cat(paste(
  two("three classes", table_of(20, 5, 1, 4, 15, 6, 0, 3, 12)),
  two("skewed classes", table_of(118, 5, 2, 0)),
  two("a class that one rater never used", table_of(9, 3, 0, 1, 2, 7, 0, 2, 0, 4, 0, 6, 1, 0, 0, 11)),
  two("five classes", table_of(14, 6, 2, 0, 1, 5, 21, 7, 3, 0, 1, 8, 30, 9, 2, 0, 2, 6, 17, 5, 0, 0, 3, 4, 12)), sep = ",\n    "))
cat("\n  ],\n  \"moreRaters\": [\n    ")
cat(paste(more("three raters", simulate(40, 3, 4, 0.15), 4), more("five raters", simulate(60, 5, 5, 0.4), 5), sep = ",\n    "))
cat("\n  ]\n}\n")
