package com.ballastmarkets.fix.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.fix.FixConfig;
import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.testing.FixVenue;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS and mutual TLS with certificates made for the test. */
class TlsTest {
  private static final String PASSWORD = "changeit";
  @TempDir private Path directory;
  private Path server = Path.of("");
  private Path client = Path.of("");

  @BeforeEach
  void makeCertificates() throws Exception {
    server = keyStore("server");
    client = keyStore("client");
  }

  /** A key pair with a certificate signed by itself, which serves as its own trust store. */
  private Path keyStore(String name) throws Exception {
    final Path file = directory.resolve(name + ".p12");
    final Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    final String output =
        new String(
            keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(output).isZero();
    return file;
  }

  private static KeyStore load(Path file) throws Exception {
    final KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private SSLContext context(boolean withCertificate) throws Exception {
    final KeyManagerFactory keys =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load(client), PASSWORD.toCharArray());
    final TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    final KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", load(server).getCertificate("server"));
    trust.init(trusted);
    final SSLContext context = SSLContext.getInstance("TLS");
    context.init(withCertificate ? keys.getKeyManagers() : null, trust.getTrustManagers(), null);
    return context;
  }

  private static RawFixClient connect(FixVenue venue, SSLContext context) throws IOException {
    final FixLogin login = venue.loginOf("ALICE");
    return new RawFixClient(
        context.getSocketFactory(),
        venue.gateway().port(),
        "FIX.4.4",
        "ALICE",
        "BALLAST-OE",
        login.apiKey(),
        login.apiSecret());
  }

  @Test
  void aSessionOverTls() throws Exception {
    final FixConfig.Tls tls = new FixConfig.Tls(server, PASSWORD, null, null, false);
    try (FixVenue venue = FixVenue.open(directory.resolve("venue"), c -> c.withTls(tls))) {
      try (var alice = connect(venue, context(false))) {
        assertThat(alice.logon("").get(464)).isEqualTo("Y");
      }
      try (var plain = venue.connect("ALICE", "FIX.4.4")) {
        plain.sendLogon("");
        assertThat(plain.isCut()).isTrue();
        assertThat(plain.seen()).isEmpty();
      }
    }
  }

  @Test
  void aClientWithoutACertificateIsCutOffWhereOneIsWanted() throws Exception {
    final Path trust = directory.resolve("trust.p12");
    final KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("client", load(client).getCertificate("client"));
    try (var out = Files.newOutputStream(trust)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
    final FixConfig.Tls tls = new FixConfig.Tls(server, PASSWORD, trust, PASSWORD, true);
    try (FixVenue venue = FixVenue.open(directory.resolve("venue"), c -> c.withTls(tls))) {
      try (var alice = connect(venue, context(true))) {
        alice.logon("");
      }
      try (var nobody = connect(venue, context(false))) {
        assertThat(isRefused(nobody)).isTrue();
      }
    }
  }

  private static boolean isRefused(RawFixClient client) {
    try {
      client.logon("");
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
