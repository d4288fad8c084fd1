package com.ballastmarkets.app;

import com.ballastmarkets.app.client.RestClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ballast up} in a process of its own, which can be killed. */
public final class ChildVenue implements AutoCloseable {
  private static final Pattern HTTP = Pattern.compile("REST +http://127\\.0\\.0\\.1:(\\d+)/v1");
  private static final Pattern FIX = Pattern.compile("FIX +127\\.0\\.0\\.1:(\\d+) .*");

  private final Process process;
  private final Path folder;
  private final int httpPort;
  private final int fixPort;

  private ChildVenue(Process process, Path folder, int httpPort, int fixPort) {
    this.process = process;
    this.folder = folder;
    this.httpPort = httpPort;
    this.fixPort = fixPort;
  }

  /** Starts with further options, and returns when the addresses are printed. */
  public static ChildVenue up(Path folder, String... options) throws IOException {
    final List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(
        List.of("up", "--data", folder.toString(), "--http-port", "0", "--fix-port", "0"));
    command.addAll(List.of(options));
    final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    final BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
    final StringBuilder said = new StringBuilder();
    int http = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      said.append(line).append('\n');
      final Matcher rest = HTTP.matcher(line.strip());
      if (rest.matches()) {
        http = Integer.parseInt(rest.group(1));
      }
      final Matcher fix = FIX.matcher(line.strip());
      if (fix.matches()) {
        return new ChildVenue(process, folder, http, Integer.parseInt(fix.group(1)));
      }
    }
    throw new IllegalStateException("the venue did not come up:\n" + said);
  }

  public int httpPort() {
    return httpPort;
  }

  public int fixPort() {
    return fixPort;
  }

  /** The n-th account of sandbox.json, from 0. */
  public JsonNode account(int n) throws IOException {
    return sandbox().path("accounts").path(n);
  }

  private JsonNode sandbox() throws IOException {
    return JsonMapper.builder().build().readTree(folder.resolve("sandbox.json").toFile());
  }

  public RestClient client(int account) throws IOException {
    return client(account(account));
  }

  /** With the key of the venue's operator. */
  public RestClient operator() throws IOException {
    return client(sandbox().path("staff").path(0));
  }

  private RestClient client(JsonNode who) {
    return new RestClient(
        URI.create("http://127.0.0.1:" + httpPort),
        who.path("api_key").asText(),
        who.path("api_secret").asText());
  }

  /** As {@code kill -9}. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
