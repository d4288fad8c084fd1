package com.ballastmarkets.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example does what the README says. */
class ReadmeExampleTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- example: one-trade -->\n```sh\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theExampleTradeIsMade() throws Exception {
    for (String tool : new String[] {"bash", "curl", "openssl"}) {
      Assumptions.assumeTrue(isInstalled(tool), "skipped: " + tool + " is not installed");
    }
    final Matcher example = EXAMPLE.matcher(Files.readString(readme()));
    assertThat(example.find()).isTrue();
    try (RunningVenue venue = RunningVenue.start(VenueConfig.sandbox(folder), word -> {})) {
      awaitMarkets(venue.httpPort());
      final String script =
          example
              .group(1)
              .replace("data/sandbox.json", venue.sandboxFile().toString())
              .replace("http://127.0.0.1:8080", "http://127.0.0.1:" + venue.httpPort());
      final String said = run("set -eu\n" + script);
      assertThat(said)
          .contains("\"status\":\"open\"")
          .contains("\"status\":\"filled\"")
          .contains("\"size\":400")
          .contains("\"reserved\":871.3572");
    }
  }

  private static Path readme() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("ballast"))) {
      folder = folder.resolve("..").normalize();
    }
    return folder.resolve("README.md");
  }

  private static void awaitMarkets(int port) {
    final HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/markets")).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      await()
          .pollInterval(Duration.ofSeconds(1))
          .atMost(Duration.ofSeconds(60))
          .until(() -> http.send(request, BodyHandlers.ofString()).body().contains("\"suez-"));
    }
  }

  private static String run(String script) throws Exception {
    final Process bash = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
    final String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(bash.exitValue()).as(said).isZero();
    return said;
  }

  private static boolean isInstalled(String tool) {
    for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(place, tool))) {
        return true;
      }
    }
    return false;
  }
}
