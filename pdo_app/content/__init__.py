"""What is taught: model, reader, rules, compiler, library. Knows no learner and no screen."""
