package com.ballastmarkets.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.api.TestClient.Answer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The web pages are whole, ours alone, and nothing else is served beside them. */
class WebPageTest {
  private static final Pattern FILE =
      Pattern.compile("(?:href|src|from) ?=? ?[\"'](?!/v1)([^\"'#]+)");

  /** A name that looks like an address. */
  private static final String SVG = "http://www.w3.org/2000/svg";

  private static TestVenue venue;

  @BeforeAll
  static void open() {
    venue = new TestVenue();
  }

  @AfterAll
  static void close() {
    venue.close();
  }

  @Test
  void everyFileThatAPageNamesIsThereAndFromHere() {
    for (String page : List.of("/", "/docs.html", "/markets.js", "/docs.js")) {
      final Answer answer = venue.anyone.get(page);
      assertThat(answer.status()).as(page).isEqualTo(200);
      assertThat(answer.text().replace(SVG, ""))
          .doesNotContain("http://")
          .doesNotContain("https://");
      FILE.matcher(answer.text())
          .results()
          .map(match -> match.group(1).replaceFirst("^\\.?/?", "/"))
          .forEach(file -> assertThat(venue.anyone.get(file).status()).as(file).isEqualTo(200));
    }
    assertThat(venue.anyone.get("/").header("Content-Type")).startsWith("text/html");
    assertThat(venue.anyone.get("/").header("Content-Security-Policy"))
        .contains("default-src 'self'");
    assertThat(venue.anyone.get("/markets.js").header("Content-Type"))
        .startsWith("text/javascript");
  }

  @Test
  void nothingElseIsServed() {
    for (String path :
        List.of(
            "/web/index.html",
            "/api/openapi.json",
            "/logback.xml",
            "/%2e%2e/api/openapi.json",
            "/com/ballastmarkets/api/ApiServer.class")) {
      assertThat(venue.anyone.get(path).status()).as(path).isIn(400, 404);
    }
    assertThat(venue.anyone.post("/", "{}").code()).isEqualTo("METHOD_NOT_ALLOWED");
  }
}
