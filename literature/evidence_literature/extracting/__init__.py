"""All that is taken out of one report, in a process that is not trusted."""
