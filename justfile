# Common tasks, for `just` (https://just.systems). Each recipe is a plain command.

# List the recipes.
default:
    @just --list

# Check the order that the project starts from.
seed:
    cargo run -- check rules/immdef-v-mayorkas --as-of 2024-04-05

# Run all tests, or those whose names contain a word: `just test periods`.
test *filter:
    cargo test -- {{filter}}

# Write what was found where a report, snapshot, transcript or list differs.
accept *filter:
    cargo accept -- {{filter}}
    git diff --stat

# Format, then check format and lints.
lint:
    cargo fmt --all
    cargo clippy --workspace --all-targets -- -D warnings

# Build the documentation of every crate.
docs:
    cargo doc --workspace --no-deps --open

# Everything that is checked before a change is merged.
ci:
    .ci/run
