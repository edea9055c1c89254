package parley.analysis.sql.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import parley.analysis.sql.ConnectionString.Server;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Whether a role may do more than read.
final class PostgresPrivileges {
    // Each row is one thing too much. Functions and tables are named with their schema, so that a
    // role cannot put its own before them.
    private static final String EXCESS =
            """
            SELECT 'it is a superuser' FROM pg_catalog.pg_roles r
              WHERE r.rolname IN (current_user, session_user) AND r.rolsuper
            UNION ALL
            SELECT 'it may make roles, replicate or pass row security' FROM pg_catalog.pg_roles r
              WHERE r.rolname IN (current_user, session_user)
                AND (r.rolcreaterole OR r.rolreplication OR r.rolbypassrls)
            UNION ALL
            SELECT 'it is a member of ' || r.rolname FROM pg_catalog.pg_roles r
              WHERE r.rolname IN ('pg_execute_server_program', 'pg_read_server_files',
                  'pg_write_server_files', 'pg_write_all_data', 'pg_signal_backend',
                  'pg_checkpoint', 'pg_maintain', 'pg_create_subscription', 'pg_database_owner')
                AND pg_catalog.pg_has_role(session_user, r.oid, 'MEMBER')
            UNION ALL
            SELECT 'it may become ' || r.rolname || ', which is a superuser' FROM pg_catalog.pg_roles r
              WHERE r.rolsuper AND r.rolname <> session_user
                AND pg_catalog.pg_has_role(session_user, r.oid, 'MEMBER')
            UNION ALL
            SELECT 'it may make objects in the database' WHERE
              pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE')
            UNION ALL
            (SELECT 'it may make objects in the schema ' || n.nspname FROM pg_catalog.pg_namespace n
              WHERE n.nspname !~ '^pg_(toast|temp)'
                AND pg_catalog.has_schema_privilege(n.oid, 'CREATE')
              ORDER BY 1 LIMIT 3)
            UNION ALL
            (SELECT 'it may change the table ' || n.nspname || '.' || c.relname
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
                AND n.nspname !~ '^pg_toast' AND n.nspname !~ '^pg_temp'
                AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                AND (pg_catalog.has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                  OR pg_catalog.has_any_column_privilege(c.oid, 'INSERT, UPDATE'))
                AND NOT (n.nspname = 'pg_catalog' AND c.relname = 'pg_settings')
              ORDER BY 1 LIMIT 3)
            """;

    private final Server server;

    PostgresPrivileges(Server server) {
        this.server = server;
    }

    /// @throws AppException (400) with the statements that make a role that may only read
    void check(Connection connection) throws SQLException {
        List<String> excess = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(EXCESS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                excess.add(row.getString(1).replaceAll("\\p{Cntrl}", " "));
            }
        }
        if (!excess.isEmpty()) {
            throw new AppException(
                    ErrorCode.INVALID_REQUEST,
                    ("The account “%s” may do more than read: %s. Let an administrator make one that"
                                    + " may not, and use it: %s")
                            .formatted(server.user(), String.join("; ", excess), remedy()));
        }
    }

    // Before PostgreSQL 15 everybody may make objects in the schema public, so that is taken away.
    private String remedy() {
        return """
        CREATE ROLE parley_reader LOGIN PASSWORD '…'; \
        GRANT CONNECT ON DATABASE "%s" TO parley_reader; \
        GRANT USAGE ON SCHEMA public TO parley_reader; \
        GRANT SELECT ON ALL TABLES IN SCHEMA public TO parley_reader; \
        REVOKE CREATE ON SCHEMA public FROM PUBLIC;\
        """
                .formatted(server.database());
    }
}
