package com.ballastmarkets.backoffice.proof;

import com.ballastmarkets.oracle.bundle.LogKeys;
import com.ballastmarkets.oracle.note.SignatureType;
import com.ballastmarkets.oracle.note.SignerKey;
import com.ballastmarkets.oracle.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The folder of the venue's signing keys, made at the first start and readable by its owner only.
 * {@code trusted-keys.txt} in it holds the public keys, for {@code ballast verify}.
 */
public final class KeyFolder {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final Path folder;
  private final SignerKey log;
  private final List<SignerKey> attestors;
  private final byte[] pseudonymSecret;

  private KeyFolder(Path folder, SignerKey log, List<SignerKey> attestors, byte[] pseudonymSecret) {
    this.folder = folder;
    this.log = log;
    this.attestors = List.copyOf(attestors);
    this.pseudonymSecret = pseudonymSecret;
  }

  /**
   * Opens the folder, making it and the keys that it lacks.
   *
   * @param origin the log's name
   * @param attestorNames of the attestors that run here
   */
  public static KeyFolder open(Path folder, String origin, List<String> attestorNames) {
    try {
      Files.createDirectories(folder);
      SignerKey log = signer(folder.resolve("log.key"), origin, SignatureType.ED25519);
      List<SignerKey> attestors = new ArrayList<>();
      for (int i = 0; i < attestorNames.size(); i++) {
        attestors.add(
            signer(
                folder.resolve("attestor-" + (i + 1) + ".key"),
                attestorNames.get(i),
                SignatureType.COSIGNATURE_V1));
      }
      byte[] secret = secret(folder.resolve("pseudonyms.key"));
      KeyFolder keys = new KeyFolder(folder, log, attestors, secret);
      keys.writeTrustedKeys();
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the folder of signing keys", e);
    }
  }

  SignerKey log() {
    return log;
  }

  List<SignerKey> attestors() {
    return attestors;
  }

  Path folder() {
    return folder;
  }

  /** The public keys. */
  public LogKeys publicKeys() {
    return new LogKeys(log.verifier(), attestors.stream().map(SignerKey::verifier).toList());
  }

  /** The pseudonym of a position: its holder is told it, and nobody else can find it out. */
  public String pseudonym(String market, long accountId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(pseudonymSecret, "HmacSHA256"));
      byte[] tag = mac.doFinal((market + "|" + accountId).getBytes(StandardCharsets.UTF_8));
      return "pos_" + HexFormat.of().formatHex(tag, 0, 12);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  private void writeTrustedKeys() throws IOException {
    StringBuilder text = new StringBuilder("# Public keys of the log and its attestors\n");
    for (VerifierKey key : publicKeys().all()) {
      text.append(key.text()).append('\n');
    }
    Files.writeString(folder.resolve("trusted-keys.txt"), text);
  }

  private static SignerKey signer(Path file, String name, SignatureType type) throws IOException {
    if (!Files.exists(file)) {
      byte[] seed = new byte[32];
      RANDOM.nextBytes(seed);
      writePrivately(file, SignerKey.ofSeed(name, type, seed).secretText());
    }
    SignerKey key = SignerKey.parse(Files.readString(file).strip());
    if (!key.verifier().name().equals(name) || key.verifier().type() != type) {
      throw new IllegalStateException(
          "the key file " + file.getFileName() + " is of another key than " + name);
    }
    return key;
  }

  private static byte[] secret(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[32];
      RANDOM.nextBytes(random);
      writePrivately(file, HexFormat.of().formatHex(random));
    }
    return HexFormat.of().parseHex(Files.readString(file).strip());
  }

  /** Whole or not at all: a torn key would lock the venue out of its own log. */
  private static void writePrivately(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(draft, text + "\n");
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
