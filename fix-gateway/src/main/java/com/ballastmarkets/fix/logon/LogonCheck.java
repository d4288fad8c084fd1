package com.ballastmarkets.fix.logon;

import com.ballastmarkets.fix.FixCredentials;
import com.ballastmarkets.fix.FixLogin;
import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a logon is who it says it is. The answer is yes or no: a client is never told which part
 * was wrong. Safe for use by many threads.
 */
final class LogonCheck {
  /** How far SendingTime may be off. */
  static final Duration TOLERANCE = Duration.ofSeconds(5);

  private static final DateTimeFormatter SENDING_TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuuMMdd-HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  /** Signs for a SenderCompID that is not known, so that a guess takes as long as a hit. */
  private static final String NO_SECRET = "no such client";

  private final FixCredentials credentials;
  private final InstantSource clock;
  private final Map<String, Instant> usedSignatures = new LinkedHashMap<>();

  LogonCheck(FixCredentials credentials, InstantSource clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  Optional<FixLogin> check(LogonRequest request, InetAddress from) {
    final Optional<FixLogin> login = credentials.find(request.senderCompId());
    final String expected =
        LogonSignature.sign(
            login.map(FixLogin::apiSecret).orElse(NO_SECRET),
            request.sendingTime(),
            request.msgSeqNum(),
            request.senderCompId(),
            request.targetCompId());
    final boolean signed =
        LogonSignature.equal(expected, request.signature().toLowerCase(Locale.ROOT));
    if (login.isEmpty()
        || !signed
        || !LogonSignature.equal(login.get().apiKey(), request.apiKey())
        || !isInTime(request.sendingTime())
        || !isAllowed(login.get(), from)
        || !login.get().terms().allows(request.beginString())
        || isUsed(expected)) {
      return Optional.empty();
    }
    return login;
  }

  private boolean isInTime(String sendingTime) {
    try {
      final Instant sent = LocalDateTime.parse(sendingTime, SENDING_TIME).toInstant(ZoneOffset.UTC);
      return Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isAllowed(FixLogin login, InetAddress from) {
    return login.allowedAddresses().isEmpty()
        || login.allowedAddresses().stream().anyMatch(network -> contains(network, from));
  }

  /** Whether an address, or a network as {@code 10.1.0.0/16}, contains the address. */
  static boolean contains(String network, InetAddress address) {
    final int slash = network.indexOf('/');
    try {
      final byte[] base =
          InetAddress.ofLiteral(slash < 0 ? network : network.substring(0, slash)).getAddress();
      final byte[] octets = address.getAddress();
      final int bits = slash < 0 ? base.length * 8 : Integer.parseInt(network.substring(slash + 1));
      if (base.length != octets.length || bits < 0 || bits > base.length * 8) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        final int mask = 0x80 >>> (bit % 8);
        if ((base[bit / 8] & mask) != (octets[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    } catch (IllegalArgumentException _) {
      // An entry that is no network allows nobody.
      return false;
    }
  }

  /** A signature is good once; older ones are out of time anyway. */
  private synchronized boolean isUsed(String signature) {
    final Instant now = clock.instant();
    final Instant forgotten = now.minus(TOLERANCE.multipliedBy(3));
    final Iterator<Instant> times = usedSignatures.values().iterator();
    while (times.hasNext() && times.next().isBefore(forgotten)) {
      times.remove();
    }
    return usedSignatures.putIfAbsent(signature, now) != null;
  }
}
