package com.ballastmarkets.fix.logon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogonCheckTest {
  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.4, false",
    "10.1.0.0/16, 10.1.255.7, true",
    "10.1.0.0/16, 10.2.0.0, false",
    "10.1.2.0/25, 10.1.2.127, true",
    "10.1.2.0/25, 10.1.2.128, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "2001:db8::/32, 2001:db8:1::5, true",
    "2001:db8::/32, 2001:db9::5, false",
    "10.0.0.0/8, 2001:db8::1, false",
    "10.0.0.0/33, 10.0.0.0, false",
    "10.0.0.0/x, 10.0.0.0, false",
    "everywhere, 10.0.0.0, false",
  })
  void networksContainTheirAddresses(String network, String address, boolean contains) {
    assertThat(LogonCheck.contains(network, InetAddress.ofLiteral(address))).isEqualTo(contains);
  }
}
