import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/**
 * Writes jOOQ's query code from the migrations: a throw-away PostgreSQL, Flyway, then jOOQ's
 * generator. Run by the build as a source file, before anything of the module is compiled.
 *
 * <p>Arguments: the module's folder, the folder to write to. A stamp in that folder holds a hash of
 * the migrations and of this file; while it matches, nothing is done.
 */
final class GenerateQueryCode {
  private static final String PACKAGE = "com.ballastmarkets.sql.generated";

  public static void main(String[] args) throws Exception {
    Path module = Path.of(args[0]);
    Path output = Path.of(args[1]);
    Path migrations = module.resolve("src/main/resources/db/migration");
    Path stamp = output.resolve("stamp.sha256");

    String hash = hash(migrations, module.resolve("src/codegen/java/GenerateQueryCode.java"));
    if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
      return;
    }
    deleteRecursively(output);
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");
      Flyway.configure()
          .dataSource(url, "postgres", "")
          .locations("filesystem:" + migrations)
          .loggers("slf4j")
          .load()
          .migrate();
      try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
        GenerationTool tool = new GenerationTool();
        tool.setConnection(connection);
        tool.run(configuration(schemas(connection), output));
      }
    }
    Files.writeString(stamp, hash);
  }

  private static Configuration configuration(List<String> schemas, Path output) {
    return new Configuration()
        .withLogging(org.jooq.meta.jaxb.Logging.WARN)
        .withJdbc(new Jdbc().withDriver("org.postgresql.Driver"))
        .withGenerator(
            new Generator()
                .withDatabase(
                    new Database()
                        .withName("org.jooq.meta.postgres.PostgresDatabase")
                        .withIncludeRoutines(false)
                        .withIncludeTriggerRoutines(false)
                        .withSchemata(
                            schemas.stream()
                                .map(name -> new SchemaMappingType().withInputSchema(name))
                                .toList()))
                .withGenerate(
                    new Generate()
                        .withGeneratedAnnotation(false)
                        .withJavaTimeTypes(true)
                        .withDaos(false)
                        .withPojos(false))
                .withTarget(
                    new Target().withPackageName(PACKAGE).withDirectory(output.toString())));
  }

  /** The schemas that the migrations made; Quartz reads its own tables without our help. */
  private static List<String> schemas(Connection connection) throws Exception {
    List<String> names = new ArrayList<>();
    try (var rows =
        connection
            .createStatement()
            .executeQuery(
                """
                SELECT nspname FROM pg_namespace
                 WHERE nspname NOT LIKE 'pg\\_%'
                   AND nspname NOT IN ('information_schema', 'public', 'quartz')
                 ORDER BY nspname""")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static String hash(Path migrations, Path generator) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(Files.readAllBytes(generator));
    try (Stream<Path> files = Files.list(migrations)) {
      for (Path file : files.sorted().toList()) {
        digest.update(file.getFileName().toString().getBytes());
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void deleteRecursively(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
