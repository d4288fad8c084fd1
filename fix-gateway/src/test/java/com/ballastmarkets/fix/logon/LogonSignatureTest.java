package com.ballastmarkets.fix.logon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogonSignatureTest {
  /** {@code printf '…\001A\0011\001…' | openssl dgst -sha256 -hmac bmkt_secret_xyz789}. */
  @Test
  void signsAsOpensslDoes() {
    assertThat(
            LogonSignature.sign(
                "bmkt_secret_xyz789", "20250315-10:30:00.000", "1", "DESK1", "BALLAST-OE"))
        .isEqualTo("46cf7236ac4b5f2a93eccd365f7886f95e696e675ac1446c1e55735ce9dba6bd");
  }

  @Test
  void everyPartCounts() {
    assertThat(
            java.util.Set.of(
                LogonSignature.sign("s", "t", "1", "a", "b"),
                LogonSignature.sign("S", "t", "1", "a", "b"),
                LogonSignature.sign("s", "T", "1", "a", "b"),
                LogonSignature.sign("s", "t", "2", "a", "b"),
                LogonSignature.sign("s", "t", "1", "A", "b"),
                LogonSignature.sign("s", "t", "1", "a", "B")))
        .hasSize(6);
  }

  @Test
  void comparesWholeTexts() {
    assertThat(LogonSignature.equal("abc", "abc")).isTrue();
    assertThat(LogonSignature.equal("abc", "abd")).isFalse();
    assertThat(LogonSignature.equal("abc", "ab")).isFalse();
    assertThat(LogonSignature.equal("abc", "")).isFalse();
  }
}
