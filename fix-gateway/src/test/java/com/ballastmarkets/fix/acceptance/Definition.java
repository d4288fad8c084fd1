package com.ballastmarkets.fix.acceptance;

import com.ballastmarkets.fix.logon.LogonSignature;
import com.ballastmarkets.fix.testing.FixText;
import com.ballastmarkets.fix.testing.FixVenue;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One acceptance definition: lines {@code iCONNECT}, {@code I}message, {@code E}message and {@code
 * eDISCONNECT}. It is adapted in four places only:
 *
 * <ul>
 *   <li>TW and ISLD are a client of ours, a new one at each {@code iCONNECT}, and BALLAST-OE;
 *   <li>a Logon carries our key and signature, and our answer says that this is the sandbox;
 *   <li>a heartbeat interval of 2 becomes 30 (machines may be slower than 2 s);
 *   <li>where the definition's server echoes an application message, ours answers it: one execution
 *       report or business reject, under the same number and with the same PossDupFlag.
 * </ul>
 */
final class Definition {
  private static final String SOH = "\u0001";
  private static final Pattern SENT =
      Pattern.compile("I(?:(\\d),)?(8=FIXT?\\.\\d\\.\\d\u0001)(.*?\u0001)(10=.*|)$");
  private static final Pattern TIME = Pattern.compile("<TIME(?:([+-])(\\d+))?>");
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
  private static final int SECONDS_LENGTH = 17;
  private static final Set<Integer> NOT_COMPARED = Set.of(8, 9, 10, 49, 52, 56, 60, 122);
  private static final Set<String> ANSWERS = Set.of("8", "j");
  private static final Set<String> ADMIN = Set.of("0", "1", "2", "3", "4", "5", "A");

  private final FixVenue venue;
  private final String beginString;
  private final String prefix;
  private final Map<Integer, RawFixClient> connections = new HashMap<>();
  private int clients;
  private String client = "";

  /**
   * @param prefix of the CompIDs of this definition's clients
   */
  Definition(FixVenue venue, String beginString, String prefix) {
    this.venue = venue;
    this.beginString = beginString;
    this.prefix = prefix;
  }

  void run(Path file) throws IOException {
    try {
      for (final String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        step(line.strip());
      }
    } finally {
      for (final RawFixClient connection : connections.values()) {
        connection.close();
      }
    }
  }

  private void step(String line) throws IOException {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith("i") && line.endsWith("CONNECT")) {
      connect(line);
    } else if (line.startsWith("e") && line.endsWith("DISCONNECT")) {
      final RawFixClient connection = connection(number(line, 1));
      if (!connection.isCut()) {
        throw new AssertionError("not disconnected: " + connection.seen());
      }
    } else if (line.startsWith("I")) {
      send(line);
    } else if (line.startsWith("E")) {
      final String message = line.substring(1).replaceFirst("^\\d,", "");
      expect(connection(number(line, 1)), FixText.parse(message));
    } else {
      throw new AssertionError("not a step: " + line);
    }
  }

  private static int number(String line, int at) {
    final char digit = line.charAt(at);
    return line.length() > at + 1 && line.charAt(at + 1) == ',' ? digit - '0' : 1;
  }

  private RawFixClient connection(int number) {
    final RawFixClient connection = connections.get(number);
    if (connection == null) {
      throw new AssertionError("connection " + number + " is not open");
    }
    return connection;
  }

  private void connect(String line) throws IOException {
    final int number = number(line, 1);
    if (line.indexOf(',') < 0 || clients == 0) {
      client = prefix + clients++;
      venue.alias(client, "ALICE");
    }
    final RawFixClient old = connections.put(number, venue.connect(client, beginString));
    if (old != null) {
      old.close();
    }
  }

  // ---- what is sent ----------------------------------------------------------------------------

  private void send(String line) throws IOException {
    final Matcher matcher = SENT.matcher(line);
    if (!matcher.matches()) {
      connection(1).sendRaw(adapted(line.substring(1)));
      return;
    }
    final int number = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
    final String version =
        matcher.group(2).equals("8=FIX.4.4" + SOH) ? "8=" + beginString + SOH : matcher.group(2);
    final String original = matcher.group(3);
    String body = adapted(original);
    if (body.startsWith("35=A" + SOH)) {
      body = signed(body);
    }
    String message = version + withLength(original, body);
    message +=
        matcher.group(4).isEmpty()
            ? "10=" + String.format("%03d", FixText.checksum(message)) + SOH
            : matcher.group(4).replace("10=0" + SOH, "10=000" + SOH);
    connection(number).sendRaw(message);
  }

  /** A stated length stays as right or as wrong as it was. */
  private static String withLength(String original, String body) {
    if (!original.startsWith("9=")) {
      return "9=" + body.length() + SOH + body;
    }
    final int end = original.indexOf(SOH);
    final int stated = Integer.parseInt(original.substring(2, end));
    final String originalBody =
        TIME.matcher(original.substring(end + 1)).replaceAll("t".repeat(SECONDS_LENGTH));
    final String newBody = body.substring(body.indexOf(SOH) + 1);
    return "9=" + (stated + newBody.length() - originalBody.length()) + SOH + newBody;
  }

  private String adapted(String message) {
    final String named =
        (SOH + message)
            .replace(SOH + "49=TW" + SOH, SOH + "49=" + client + SOH)
            .replace(SOH + "56=ISLD" + SOH, SOH + "56=BALLAST-OE" + SOH)
            .replace("9=TW" + SOH, "9=" + client + SOH)
            .replace(SOH + "108=2" + SOH, SOH + "108=30" + SOH)
            .substring(1);
    return TIME.matcher(named).replaceAll(Definition::time);
  }

  private static String time(MatchResult match) {
    final long millis = match.group(2) == null ? 0 : Long.parseLong(match.group(2)) * 1_100;
    return MICROS.format(Instant.now().plusMillis("-".equals(match.group(1)) ? -millis : millis));
  }

  private String signed(String logon) {
    final FixText fields = FixText.parse(logon);
    final String signature =
        LogonSignature.sign(
            venue.loginOf(client).apiSecret(),
            fields.get(52),
            fields.find(34).orElse(""),
            fields.get(49),
            fields.get(56));
    return logon
        + "95=64"
        + SOH
        + "96="
        + signature
        + SOH
        + "553="
        + venue.loginOf(client).apiKey()
        + SOH
        + (beginString.startsWith("FIXT") ? "1137=9" + SOH : "");
  }

  // ---- what is expected ------------------------------------------------------------------------

  private void expect(RawFixClient connection, FixText expected) throws IOException {
    final FixText actual = connection.nextOfAny();
    final String context = "expected " + expected + " but read " + actual;
    if (!ADMIN.contains(expected.type()) && !expected.type().equals("j")) {
      same(context, ANSWERS.contains(actual.type()), true);
      same(context, actual.get(34), expected.get(34));
      same(context, actual.find(43), expected.find(43));
      same(context, actual.find(122).isPresent(), expected.find(122).isPresent());
      return;
    }
    same(context, actual.type(), expected.type());
    if (expected.find(58).orElse("").startsWith("Invalid Logon message")) {
      same(context, actual.get(58), "Logon refused");
      return;
    }
    final Map<Integer, String> wanted = compared(expected);
    final Map<Integer, String> got = compared(actual);
    if (expected.type().equals("A")) {
      wanted.put(464, "Y");
      wanted.replace(108, "2", "30");
      if (beginString.startsWith("FIXT")) {
        wanted.put(1137, "9");
      }
    }
    final String text = wanted.remove(58);
    if (text != null && !got.getOrDefault(58, "").startsWith(text)) {
      throw new AssertionError(context);
    }
    got.remove(text == null ? 0 : 58);
    same(context, got, wanted);
  }

  private static void same(String context, Object actual, Object expected) {
    if (!actual.equals(expected)) {
      throw new AssertionError(context);
    }
  }

  private static Map<Integer, String> compared(FixText message) {
    final Map<Integer, String> fields = new TreeMap<>();
    for (final FixText.Field field : message.fields()) {
      if (!NOT_COMPARED.contains(field.tag())) {
        fields.put(field.tag(), field.value());
      }
    }
    return fields;
  }
}
