package com.ballastmarkets.fix.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ballastmarkets.fix.testing.FixVenue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the public definitions for FIX 4.4, and the same cases over FIXT 1.1. */
class AcceptanceDefinitionsTest {
  /** Definitions that cannot hold here, with the reason. */
  private static final Map<String, String> NOT_APPLICABLE =
      Map.of(
          "19a_PossResendMessageThatHAsAlreadyBeenSent.def",
          "a request that is sent again is answered again in the same words, not ignored: the"
              + " client that sends it has missed the answer");

  /** Definitions that hold for FIX 4.4 and cannot for FIX 5.0 SP2, with the reason. */
  private static final Map<String, String> FIX44_ONLY =
      Map.of(
          "14b_RequiredFieldMissing.def",
          "Symbol (55) may be left out in FIX 5.0 SP2, where SecurityID (48) serves: the answer is"
              + " a business reject that names it",
          "14c_TagNotDefinedForMsgType.def",
          "FIXT 1.1 has no Symbol (55) at all: the answer is 373=0, not 2",
          "21_RepeatingGroupSpecifierWithValueOfZero.def",
          "TradingSessionID (336) is an enumeration in FIX 5.0 SP2, and ONE_MAIN none of its values");

  @TempDir private static Path directory;
  private static FixVenue venue;

  @BeforeAll
  static void open() throws Exception {
    venue = FixVenue.open(directory);
  }

  @AfterAll
  static void close() {
    venue.close();
  }

  private static Path definitions() {
    return Path.of(System.getProperty("ballast.shared", "/nowhere"))
        .resolve("vectors/quickfix-acceptance/fix44");
  }

  private static List<Path> files() throws IOException {
    assumeTrue(
        Files.isDirectory(definitions()), "the acceptance definitions are not on this machine");
    try (Stream<Path> files = Files.list(definitions())) {
      return files.filter(file -> file.toString().endsWith(".def")).sorted().toList();
    }
  }

  @Test
  void whatIsNotApplicableIsThere() throws Exception {
    assertThat(files())
        .extracting(file -> file.getFileName().toString())
        .containsAll(NOT_APPLICABLE.keySet())
        .containsAll(FIX44_ONLY.keySet());
  }

  @TestFactory
  Stream<DynamicTest> fix44() throws Exception {
    return tests("FIX.4.4", "F", NOT_APPLICABLE.keySet());
  }

  @TestFactory
  Stream<DynamicTest> fix50sp2() throws Exception {
    final Set<String> without = new HashSet<>(NOT_APPLICABLE.keySet());
    without.addAll(FIX44_ONLY.keySet());
    return tests("FIXT.1.1", "T", without);
  }

  private static Stream<DynamicTest> tests(String beginString, String prefix, Set<String> without)
      throws IOException {
    final List<Path> files = files();
    return IntStream.range(0, files.size())
        .filter(i -> !without.contains(files.get(i).getFileName().toString()))
        .mapToObj(i ->
            DynamicTest.dynamicTest(
                beginString + " " + files.get(i).getFileName(),
                () -> new Definition(venue, beginString, prefix + i + "-").run(files.get(i))));
  }
}
