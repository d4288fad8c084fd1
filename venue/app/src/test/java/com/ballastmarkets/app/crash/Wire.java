package com.ballastmarkets.app.crash;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The network between clients and the venue's FIX port, which can be cut at any moment. */
final class Wire implements AutoCloseable {
  private final ServerSocket listener;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile int venuePort;

  Wire() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().name("wire").daemon().start(this::accept);
  }

  /** Where clients connect to. */
  int port() {
    return listener.getLocalPort();
  }

  /** Where connections lead from now on. */
  void leadTo(int port) {
    venuePort = port;
  }

  /** Breaks all connections: what is under way is lost, and neither side is told in FIX. */
  void cut() {
    for (final Socket socket : sockets) {
      sockets.remove(socket);
      try {
        socket.setSoLinger(true, 0);
        socket.close();
      } catch (IOException alreadyClosed) {
        // Its other end has ended before.
        continue;
      }
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        final Socket client = listener.accept();
        try {
          final Socket venue = new Socket(InetAddress.getLoopbackAddress(), venuePort);
          client.setTcpNoDelay(true);
          venue.setTcpNoDelay(true);
          sockets.add(client);
          sockets.add(venue);
          Thread.ofPlatform().daemon().start(() -> copy(client, venue));
          Thread.ofPlatform().daemon().start(() -> copy(venue, client));
        } catch (IOException venueIsAway) {
          client.close();
        }
      } catch (IOException closed) {
        // A client that is refused comes again; a closed listener ends the loop.
        continue;
      }
    }
  }

  private static void copy(Socket from, Socket to) {
    final byte[] bytes = new byte[8_192];
    try (from;
        to) {
      final InputStream in = from.getInputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        to.getOutputStream().write(bytes, 0, read);
      }
    } catch (IOException cut) {
      // Both sides are closed: that is what a cut is.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
  }
}
