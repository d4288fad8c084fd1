package com.ballastmarkets.fix;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the gateway runs.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 picks a free one, see {@link FixGateway#port}
 * @param directory where session numbers, sent messages and the data dictionaries are kept; one
 *     running gateway per directory
 * @param sandbox whether messages are marked as test messages (FIX 464=Y)
 * @param messagesPerSecond how many application messages a session may send each second; what is
 *     beyond is answered with a business reject and not done
 * @param maxUnreadMarketData how many messages may wait for a market data client that does not read
 *     before it is told and cut
 * @param tls the certificates of a TLS listener, or null for plain TCP
 */
public record FixConfig(
    String host,
    int port,
    Path directory,
    boolean sandbox,
    int messagesPerSecond,
    int maxUnreadMarketData,
    @Nullable Tls tls) {

  /** What a session may send each second unless told otherwise. */
  public static final int DEFAULT_MESSAGES_PER_SECOND = 10_000;

  /** What may wait for a market data client unless told otherwise. */
  public static final int DEFAULT_UNREAD_MARKET_DATA = 10_000;

  public FixConfig {
    Objects.requireNonNull(host, "host");
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port lies between 0 and 65535: " + port);
    }
    if (messagesPerSecond <= 0) {
      throw new IllegalArgumentException("a rate is positive: " + messagesPerSecond);
    }
    if (maxUnreadMarketData <= 0) {
      throw new IllegalArgumentException("a limit is positive: " + maxUnreadMarketData);
    }
  }

  /** A sandbox listener without TLS. */
  public static FixConfig sandbox(String host, int port, Path directory) {
    return new FixConfig(
        host, port, directory, true, DEFAULT_MESSAGES_PER_SECOND, DEFAULT_UNREAD_MARKET_DATA, null);
  }

  public FixConfig withMessagesPerSecond(int rate) {
    return new FixConfig(host, port, directory, sandbox, rate, maxUnreadMarketData, tls);
  }

  public FixConfig withMaxUnreadMarketData(int messages) {
    return new FixConfig(host, port, directory, sandbox, messagesPerSecond, messages, tls);
  }

  public FixConfig withTls(@Nullable Tls certificates) {
    return new FixConfig(
        host, port, directory, sandbox, messagesPerSecond, maxUnreadMarketData, certificates);
  }

  /**
   * Certificates as PKCS #12 or JKS files.
   *
   * @param keyStore the gateway's own key and certificate
   * @param trustStore the authorities of client certificates; required for mutual TLS
   * @param clientCertificate whether a client must show a certificate
   */
  public record Tls(
      Path keyStore,
      String keyStorePassword,
      @Nullable Path trustStore,
      @Nullable String trustStorePassword,
      boolean clientCertificate) {

    public Tls {
      if (clientCertificate && trustStore == null) {
        throw new IllegalArgumentException("mutual TLS needs a trust store");
      }
    }

    /** Never a password. */
    @Override
    public String toString() {
      return "Tls[" + keyStore + ", clientCertificate=" + clientCertificate + "]";
    }
  }
}
