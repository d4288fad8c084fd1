package com.ballastmarkets.fix.session;

import com.ballastmarkets.fix.FixConfig;
import com.ballastmarkets.fix.FixGatewayException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.ssl.SslFilter;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.2 and 1.3 for the listener. Made here and not by the FIX engine, whose own wants a class
 * that newer network libraries no longer have.
 */
final class Encryption {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private Encryption() {}

  static SslFilter filter(FixConfig.Tls tls) {
    try {
      final KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      final char[] password = tls.keyStorePassword().toCharArray();
      keys.init(load(tls.keyStore(), password), password);
      final SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trusted(tls), null);
      final SslFilter filter =
          new SslFilter(context) {
            @Override
            protected SSLEngine createEngine(IoSession session, InetSocketAddress peer) {
              return new PromptEngine(super.createEngine(session, peer));
            }
          };
      filter.setEnabledProtocols(PROTOCOLS);
      filter.setNeedClientAuth(tls.clientCertificate());
      return filter;
    } catch (GeneralSecurityException | IOException e) {
      throw new FixGatewayException("the certificates of the FIX listener cannot be read", e);
    }
  }

  private static TrustManager @Nullable [] trusted(FixConfig.Tls tls)
      throws GeneralSecurityException, IOException {
    final Path trustStore = tls.trustStore();
    if (trustStore == null) {
      return null;
    }
    final String password = tls.trustStorePassword();
    final TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(load(trustStore, password == null ? null : password.toCharArray()));
    return trust.getTrustManagers();
  }

  private static KeyStore load(Path file, char @Nullable [] password)
      throws GeneralSecurityException, IOException {
    final KeyStore store =
        KeyStore.getInstance(file.toString().endsWith(".jks") ? "JKS" : "PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return store;
  }
}
