"""The compared methods: crews that parse, carriers of tables, and the process that runs both."""
