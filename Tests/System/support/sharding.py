"""A coordinator and its shards."""

FIRST, SECOND, THIRD = (f"duansou_shard_{number}" for number in (1, 2, 3))


class Shards:
    """An index on a database of a coordinator and on three servers, the second of which has a standby."""

    def __init__(self, program, servers, coordinator, prefix):
        self.program = program
        self.coordinator = coordinator
        self.database = coordinator.make_database()
        self.uri = coordinator.uri(self.database)
        program("shard", "init", index=self.uri)
        self.servers = {name: servers.make(f"{prefix}-{name}") for name in (FIRST, SECOND, THIRD)}
        for server in self.servers.values():
            server.sql("CREATE ROLE reader LOGIN; CREATE ROLE nobody LOGIN")
        data = servers.folder / f"{prefix}-standby"
        servers.run("pg_basebackup", "-R", "-c", "fast", "-D", data, "-d", self.servers[SECOND].uri())
        self.standby = servers.make(data.name)
        for name, server in self.servers.items():
            uri = server.uri(user="reader", connect_timeout=2)
            if name == SECOND:
                uri = uri.replace(server.place, f"{server.place},{self.standby.place}")
            program("shard", "add", uri, index=self.uri)
        assert self.state("failure") == [None, None, None]

    def fill(self, index):
        """Replaces the index by a copy of an index file. Restarts shards that a failed test left killed."""
        for name, server in self.servers.items():
            if name != SECOND:
                server.ensure_running()
        self.program("copy", "--from", index, "--to", self.uri, "--replace", seconds=600)

    def state(self, key):
        """Returns a value of each shard."""
        run = self.program("shard", "status", "--format", "json", index=self.uri, expecting=(0, 2))
        return [shard[key] for shard in run.json["shards"]]

    def sql(self, statements):
        return self.coordinator.sql(statements, self.database)

    def schema(self):
        """Returns the schema of the index on the shards."""
        return self.sql(
            "SELECT option_value FROM pg_foreign_table, pg_options_to_table(ftoptions) "
            "WHERE option_name = 'schema_name' LIMIT 1")
