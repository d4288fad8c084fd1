package com.ballastmarkets.api;

import com.ballastmarkets.protocol.port.VenuePort;

/** The running REST and WebSocket server. */
public final class ApiServer implements AutoCloseable {
  private ApiServer() {}

  /**
   * Starts the server and begins to read the journal. It answers at once; {@code GET /v1/status} is
   * 200 when it has caught up.
   *
   * @throws IllegalStateException if the port cannot be bound
   */
  public static ApiServer start(ApiConfig config, VenuePort venue, ApiPorts ports) {
    throw new UnsupportedOperationException("not there yet");
  }

  /** The port that is bound. */
  public int port() {
    throw new UnsupportedOperationException("not there yet");
  }

  /** Stops taking requests, tells the streams, closes the journal feed; not the venue port. */
  @Override
  public void close() {}
}
