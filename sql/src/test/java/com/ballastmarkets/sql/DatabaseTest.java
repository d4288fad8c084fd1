package com.ballastmarkets.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.sql.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  @Test
  void freshDatabasesDoNotSeeEachOther() {
    try (TestDatabase one = TestDatabase.create();
        TestDatabase other = TestDatabase.create()) {
      one.database().sql().execute("INSERT INTO feed.reader_position VALUES ('reader', 1)");
      assertThat(count(one.database())).isEqualTo(1);
      assertThat(count(other.database())).isZero();
    }
  }

  @Test
  void worksAgainAfterTheServerWentAway() {
    try (TestDatabase test = TestDatabase.create()) {
      Database database = test.database();
      assertThat(database.isReachable()).isTrue();
      test.goAway();
      assertThat(database.isReachable()).isFalse();
      test.comeBack();
      assertThat(database.isReachable()).isTrue();
      assertThat(count(database)).isZero();
    }
  }

  @Test
  void migratingTwiceChangesNothing() {
    try (TestDatabase test = TestDatabase.create()) {
      test.database().sql().execute("INSERT INTO feed.reader_position VALUES ('reader', 1)");
      assertThat(count(test.database().migrate())).isEqualTo(1);
    }
  }

  @Test
  void anAddressThatIsNotPostgresqlIsNamed() {
    assertThatThrownBy(() -> DatabaseConfig.external("jdbc:mysql://localhost/x"))
        .hasMessageContaining("must start with jdbc:postgresql:");
  }

  @Test
  void anUnreachableServerIsNamedWithoutItsPassword() {
    DatabaseConfig config =
        DatabaseConfig.external("jdbc:postgresql://localhost:1/x?user=u&password=hidden");
    assertThatThrownBy(() -> Database.open(config))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("cannot be reached")
        .hasMessageContaining("localhost:1")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void userAndPasswordAreTakenOutOfTheAddress() {
    DatabaseConfig.External config =
        DatabaseConfig.external(
            "jdbc:postgresql://localhost/x?user=u&ssl=true&password=p%26q&sslmode=require");
    assertThat(config.jdbcUrl())
        .isEqualTo("jdbc:postgresql://localhost/x?ssl=true&sslmode=require");
    assertThat(config.user()).isEqualTo("u");
    assertThat(config.password()).isEqualTo("p&q");
    assertThat(DatabaseConfig.external("jdbc:postgresql://localhost/x?user=u").jdbcUrl())
        .isEqualTo("jdbc:postgresql://localhost/x");
  }

  private static int count(Database database) {
    return ((Number) database.sql().fetchValue("SELECT count(*) FROM feed.reader_position"))
        .intValue();
  }
}
