package com.ballastmarkets.backoffice.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bookkeeper's page says what the program does. */
class LedgerPageTest {
  private static final Path PAGE = Path.of("..", "docs", "ledger.md");
  private static final List<Long> HOLDERS =
      List.of(
          SystemAccounts.FIRST_CLIENT,
          SystemAccounts.HOUSE,
          SystemAccounts.INSURANCE_FUND,
          SystemAccounts.DISPUTE_ESCROW,
          SystemAccounts.DEFAULT_FUND,
          SystemAccounts.HOUSE_TRANCHE);

  @Test
  void everyPostingRuleIsOnThePageAsItIs() throws IOException {
    List<String> rules =
        rows("## Posting rules").stream()
            .filter(row -> row.startsWith("| `"))
            .map(LedgerPageTest::withoutWords)
            .toList();
    assertThat(rules)
        .containsExactlyElementsOf(
            Arrays.stream(PostingRule.values()).map(LedgerPageTest::row).toList());
  }

  @Test
  void everyLineOfTheChartIsOnThePageAsItIs() throws IOException {
    try (TestDatabase database = TestDatabase.create()) {
      List<String> chart =
          database
              .database()
              .sql()
              .fetch("SELECT code, name, class, normal_side, held_per FROM ledger.chart ORDER BY 1")
              .map(row ->
                  "| %s | %s | %s | %s | %s |"
                      .formatted(
                          row.get(0),
                          row.get(1),
                          word(row.get(2)),
                          word(row.get(3)),
                          word(row.get(4))));
      assertThat(rows("## Chart of accounts").stream().filter(row -> row.matches("\\| \\d.*")))
          .containsExactlyElementsOf(chart);
      assertThat(Arrays.stream(ChartLine.values()).map(ChartLine::code))
          .containsExactlyElementsOf(chart.stream().map(row -> row.substring(2, 6)).toList());
    }
  }

  private static String word(Object constant) {
    return String.valueOf(constant).toLowerCase(Locale.ROOT);
  }

  /** The rows of tables under a heading. */
  private static List<String> rows(String heading) throws IOException {
    return Files.readAllLines(PAGE).stream()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("|"))
        .toList();
  }

  /** Without the column that says in words when it happens. */
  private static String withoutWords(String row) {
    String[] cells = row.split(" \\| ", 3);
    return cells[0] + " | " + cells[2];
  }

  private static String row(PostingRule rule) {
    ChartLine otherSide = rule.otherSide();
    return Stream.concat(
            HOLDERS.stream().map(holder -> line(rule, holder)),
            Stream.of(otherSide == null ? "–" : otherSide.code()))
        .collect(Collectors.joining(" | ", "| `" + rule.name() + "` | ", " |"));
  }

  private static String line(PostingRule rule, long holder) {
    try {
      return rule.lineOf(holder).code();
    } catch (LedgerStoppedException e) {
      return "–";
    }
  }
}
