package com.ballastmarkets.fix.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.fix.FixConfig;
import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.testing.FixVenue;
import com.ballastmarkets.fix.testing.HoldingSocket;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.SocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS and mutual TLS with certificates made for the test. */
class TlsTest {
  private static final String PASSWORD = "changeit";
  @TempDir private Path directory;
  private Path server = Path.of("");
  private Path client = Path.of("");
  private Path trust = Path.of("");

  @BeforeEach
  void makeCertificates() throws Exception {
    server = keyStore("server");
    client = keyStore("client");
    trust = directory.resolve("trust.p12");
    final KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("client", load(client).getCertificate("client"));
    try (var out = Files.newOutputStream(trust)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
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

  /** TLS that wants the client's certificate. */
  private FixConfig.Tls mutual() {
    return new FixConfig.Tls(server, PASSWORD, trust, PASSWORD, true);
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
    return connect(venue, context.getSocketFactory());
  }

  private static RawFixClient connect(FixVenue venue, SocketFactory sockets) throws IOException {
    final FixLogin login = venue.loginOf("ALICE");
    return new RawFixClient(
        sockets,
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
    try (FixVenue venue = FixVenue.open(directory.resolve("venue"), c -> c.withTls(mutual()))) {
      try (var alice = connect(venue, context(true))) {
        alice.logon("");
      }
      try (var nobody = connect(venue, context(false))) {
        assertThat(isRefused(nobody)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void aLogonInOnePacketWithTheEndOfTheHandshakeIsAnswered(String protocol) throws Exception {
    try (FixVenue venue = FixVenue.open(directory.resolve("venue"), c -> c.withTls(mutual()))) {
      try (var alice = connect(venue, holding(context(true), protocol))) {
        assertThat(alice.logon("").get(464)).isEqualTo("Y");
      }
    }
  }

  private static SocketFactory holding(SSLContext context, String protocol) {
    return new SocketFactory() {
      @Override
      public Socket createSocket(InetAddress address, int port) throws IOException {
        final SSLSocket socket =
            (SSLSocket)
                context
                    .getSocketFactory()
                    .createSocket(
                        new HoldingSocket(address, port), address.getHostAddress(), port, true);
        socket.setEnabledProtocols(new String[] {protocol});
        return socket;
      }

      @Override
      public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
      }

      @Override
      public Socket createSocket(String host, int port, InetAddress local, int localPort)
          throws IOException {
        return createSocket(host, port);
      }

      @Override
      public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort)
          throws IOException {
        return createSocket(address, port);
      }
    };
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
