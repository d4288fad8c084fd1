package com.ballastmarkets.fix;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.fix.testing.FixVenue;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the sample of the documentation and runs it. */
class SampleClientTest {
  private static final Path SAMPLE = Path.of("../docs/fix/SampleClient.java");
  @TempDir private Path directory;

  @Test
  void theSampleBuysALot() throws Exception {
    final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    final int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                complaints,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                directory.resolve("classes").toString(),
                SAMPLE.toString());
    assertThat(compiled).as(complaints.toString(StandardCharsets.UTF_8)).isZero();
    final PrintStream console = System.out;
    final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (FixVenue venue = FixVenue.open(directory.resolve("venue"));
        URLClassLoader loader =
            new URLClassLoader(
                new URL[] {directory.resolve("classes").toUri().toURL()},
                getClass().getClassLoader())) {
      final FixLogin alice = venue.loginOf("ALICE");
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass("SampleClient")
          .getMethod("main", String[].class)
          .invoke(
              null,
              (Object)
                  new String[] {
                    "127.0.0.1",
                    Integer.toString(venue.gateway().port()),
                    "ALICE",
                    alice.apiKey(),
                    alice.apiSecret(),
                    "suez-test",
                    "0.5"
                  });
      assertThat(printed.toString(StandardCharsets.UTF_8)).contains("|35=8|", "|150=0|");
      aStatusOfAllOrdersTellsOfIt(venue);
    } finally {
      System.setOut(console);
    }
  }

  private static void aStatusOfAllOrdersTellsOfIt(FixVenue venue) throws Exception {
    try (RawFixClient other = venue.connect("ALICE2", "FIX.4.4")) {
      other.logon("");
      other.send("AF", "584=s1|585=7");
      final var report = other.expect("8");
      assertThat(report.get(150)).isEqualTo("I");
      assertThat(report.get(584)).isEqualTo("s1");
      assertThat(report.get(911)).isEqualTo("1");
      assertThat(report.get(912)).isEqualTo("Y");
      other.send("AF", "584=s2|585=1|55=hamburg-test");
      assertThat(other.expect("8").get(58)).isEqualTo("NO_OPEN_ORDERS");
    }
  }
}
