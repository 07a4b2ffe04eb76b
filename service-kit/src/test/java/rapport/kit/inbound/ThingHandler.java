package rapport.kit.inbound;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A projection as services write them, with a table that refuses what is too long or negative. */
final class ThingHandler implements MessageHandler {
    static final String TABLE = """
            create table thing (
                id uuid not null, version bigint not null, name text not null, size int not null, changes int not null,
                constraint pk_thing primary key (id),
                constraint ck_thing_size check (size >= 0)
            )
            """;
    private static final String UPSERT = """
            insert into thing (id, version, name, size, changes)
            select distinct on (id) id, version, name, size, 1
            from   unnest(?::uuid[], ?::bigint[], ?::text[], ?::int[]) as n (id, version, name, size)
            order  by id, version desc
            on conflict (id) do update
            set version = excluded.version, name = excluded.name, size = excluded.size, changes = thing.changes + 1
            where excluded.version > thing.version
            """;

    record Thing(UUID thingId, long version, String name, long size) {}

    private final String topic;
    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger commits = new AtomicInteger();
    volatile SQLException trouble;

    ThingHandler(String topic) {
        this.topic = topic;
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public Set<String> types() {
        return Set.of("thing.changed.v1");
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        calls.incrementAndGet();
        if (trouble != null) {
            throw trouble;
        }
        var things = new ArrayList<Thing>();
        for (Inbound message : batch) {
            Thing thing = message.read(Thing.class);
            message.requireKey(thing.thingId());
            things.add(thing);
        }
        try (var upsert = connection.prepareStatement(UPSERT)) {
            upsert.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", things.stream().map(Thing::thingId).toArray()));
            upsert.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", things.stream().map(Thing::version).toArray()));
            upsert.setArray(
                    3,
                    connection.createArrayOf(
                            "text", things.stream().map(Thing::name).toArray()));
            upsert.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint", things.stream().map(Thing::size).toArray()));
            upsert.executeUpdate();
        }
    }

    @Override
    public void committed() {
        commits.incrementAndGet();
    }
}
