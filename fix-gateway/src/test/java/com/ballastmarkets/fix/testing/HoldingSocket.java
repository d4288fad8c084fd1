package com.ballastmarkets.fix.testing;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Holds back what is written until somebody reads, and sends it then in one piece. */
public final class HoldingSocket extends Socket {
  private static final int CAPACITY = 1 << 16;

  private final OutputStream out;

  public HoldingSocket(InetAddress address, int port) throws IOException {
    super(address, port);
    out = new BufferedOutputStream(super.getOutputStream(), CAPACITY);
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        out.write(octet);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }
    };
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        out.flush();
        return super.read();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        out.flush();
        return super.read(bytes, offset, length);
      }
    };
  }
}
