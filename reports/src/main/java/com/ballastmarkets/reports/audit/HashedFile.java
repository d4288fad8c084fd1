package com.ballastmarkets.reports.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** A file that is hashed while it is written. */
final class HashedFile extends FilterOutputStream {
  private final String name;
  private final MessageDigest sha256;
  private long size;

  private HashedFile(String name, OutputStream out, MessageDigest sha256) {
    super(out);
    this.name = name;
    this.sha256 = sha256;
  }

  /** Creates the file; it must not exist. */
  static HashedFile create(Path directory, String name) throws IOException {
    final MessageDigest sha256 = Sha256.digest();
    final OutputStream file =
        Files.newOutputStream(
            directory.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new HashedFile(
        name, new DigestOutputStream(new BufferedOutputStream(file, 1 << 16), sha256), sha256);
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    size++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    size += length;
  }

  /** Closes the file and lists it. */
  void listIn(ArrayNode files) throws IOException {
    close();
    files
        .addObject()
        .put("name", name)
        .put("bytes", size)
        .put("sha256", Sha256.hex(sha256.digest()));
  }
}
