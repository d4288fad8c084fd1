package com.ballastmarkets.fix;

import com.ballastmarkets.protocol.port.VenuePort;

/**
 * The running FIX gateway.
 *
 * <p>{@code try (var gateway = FixGateway.start(config, port, credentials)) { … }}
 */
public final class FixGateway implements AutoCloseable {

  private FixGateway() {}

  /**
   * Reads the journal up to its end, then listens.
   *
   * @param venue stays the caller's: it is not closed with the gateway
   * @throws FixGatewayException if the port is taken, the directory is unusable or in use, or the
   *     certificates cannot be read
   */
  public static FixGateway start(FixConfig config, VenuePort venue, FixCredentials credentials) {
    throw new UnsupportedOperationException("not there yet");
  }

  /** The port that is listened on. */
  public int port() {
    throw new UnsupportedOperationException("not there yet");
  }

  /** Whether the gateway reads the journal and can keep what it sends. */
  public boolean isHealthy() {
    throw new UnsupportedOperationException("not there yet");
  }

  /** Logs all sessions out, and keeps their numbers for the next start. */
  @Override
  public void close() {
    throw new UnsupportedOperationException("not there yet");
  }
}
