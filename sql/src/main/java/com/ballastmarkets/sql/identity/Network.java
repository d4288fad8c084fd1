package com.ballastmarkets.sql.identity;

import java.net.InetAddress;

/**
 * A range of addresses, written as in {@code 10.1.0.0/16} or {@code 2001:db8::/32}; an address
 * alone is a range of one.
 */
public record Network(InetAddress address, int prefixBits) {
  public Network {
    int bits = address.getAddress().length * 8;
    if (prefixBits < 0 || prefixBits > bits) {
      throw new IllegalArgumentException("a prefix of " + prefixBits + " bits does not fit");
    }
  }

  /**
   * Reads a range.
   *
   * @throws IllegalArgumentException if the text is no literal address or range; names are not
   *     looked up
   */
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int bits = address.getAddress().length * 8;
    try {
      return new Network(address, slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a range of addresses: " + text, e);
    }
  }

  public boolean contains(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] its = other.getAddress();
    if (mine.length != its.length) {
      return false;
    }
    for (int bit = 0; bit < prefixBits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if (((mine[bit / 8] ^ its[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return address.getHostAddress() + "/" + prefixBits;
  }
}
