package com.ballastmarkets.sql.embedded;

import com.ballastmarkets.sql.DatabaseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The files of one embedded server, locked for this process. The picture is in the package. */
final class ServerFolder implements AutoCloseable {
  private final Path folder;
  private final FileChannel lock;
  private final String password;

  private ServerFolder(Path folder, FileChannel lock, String password) {
    this.folder = folder;
    this.lock = lock;
    this.password = password;
  }

  static ServerFolder lock(Path given) {
    Path folder = given.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw new DatabaseException("another venue is running on " + folder.getParent(), null);
      }
      return new ServerFolder(folder, channel, readOrMakePassword(folder.resolve("password")));
    } catch (IOException e) {
      throw new DatabaseException("cannot use the data folder " + folder, e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by this very process
    }
  }

  private static String readOrMakePassword(Path file) throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Files.deleteIfExists(file);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
    }
    return Files.readString(file).strip();
  }

  Path data() {
    return folder.resolve("data");
  }

  Path passwordFile() {
    return folder.resolve("password");
  }

  Path serverLog() {
    return folder.resolve("server.log");
  }

  String password() {
    return password;
  }

  /**
   * Where the server's programs are unpacked: once per user, so that a new data folder starts
   * quickly; in the folder itself if the user has no writable cache.
   */
  Path binaries() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path shared =
        (cache == null || cache.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(cache))
            .resolve("ballast")
            .resolve("postgresql");
    try {
      Files.createDirectories(shared);
      return Files.isWritable(shared) ? shared : folder.resolve("binaries");
    } catch (IOException e) {
      return folder.resolve("binaries");
    }
  }

  /** A first start that was cut off has never held anything, and cannot be continued. */
  void discardTornFirstStart() throws IOException {
    if (Files.exists(folder.resolve("ready")) || !Files.exists(data())) {
      return;
    }
    try (Stream<Path> files = Files.walk(data())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  void markReady() throws IOException {
    Path ready = folder.resolve("ready");
    if (!Files.exists(ready)) {
      Files.createFile(ready);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new DatabaseException("cannot release the data folder " + folder, e);
    }
  }
}
