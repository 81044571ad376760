"""What tests, benchmarks and checks need around them: a Neo4j, a browser, a probe for both."""
