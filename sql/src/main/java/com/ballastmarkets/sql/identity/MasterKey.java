package com.ballastmarkets.sql.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which API secrets stand in the database: AES-256-GCM with a fresh 96-bit nonce for
 * each secret, and the API key's name as authenticated data, so that a row's secret cannot be moved
 * to another row. HMAC needs the secret itself, so it cannot be kept as a hash.
 *
 * <p>It lives in one file beside the database, readable by its owner only. Who loses the file loses
 * the secrets: new keys must be made. Safe for use by many threads.
 */
public final class MasterKey {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  private MasterKey(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * Reads the key from {@code dataFolder/master.key}, making it the first time.
   *
   * @throws IllegalStateException if the file is not a key, or others may read it
   */
  public static MasterKey in(Path dataFolder) {
    Path file = dataFolder.resolve("master.key");
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      requirePrivate(file);
      byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
      if (key.length != KEY_BYTES) {
        throw new IllegalStateException("the master key file must hold 64 hex digits");
      }
      return new MasterKey(key);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the master key file", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("the master key file must hold 64 hex digits", e);
    }
  }

  private static void create(Path file) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = file.resolveSibling("master.key.draft");
    Files.deleteIfExists(draft);
    if (isPosix(file)) {
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(draft, HexFormat.of().formatHex(key) + "\n");
    try (var written =
        java.nio.channels.FileChannel.open(draft, java.nio.file.StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(draft, file);
  }

  private static void requirePrivate(Path file) throws IOException {
    if (isPosix(file)
        && Files.getPosixFilePermissions(file).stream()
            .anyMatch(permission -> !permission.name().startsWith("OWNER"))) {
      throw new IllegalStateException(
          "the master key file may be read by its owner only: chmod 600 " + file);
    }
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** A secret as it stands in the database. */
  @SuppressWarnings("ArrayRecordComponent") // a row's two columns, never compared
  public record Sealed(byte[] nonce, byte[] ciphertext) {}

  public Sealed seal(String apiKey, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return new Sealed(
        nonce, run(Cipher.ENCRYPT_MODE, apiKey, nonce, secret.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The secret again.
   *
   * @throws IllegalStateException if the row was changed, or sealed under another key
   */
  public String open(String apiKey, Sealed sealed) {
    return new String(
        run(Cipher.DECRYPT_MODE, apiKey, sealed.nonce(), sealed.ciphertext()),
        StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, String apiKey, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(apiKey.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret does not open with this venue's master key", e);
    }
  }
}
