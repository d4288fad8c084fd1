package com.ballastmarkets.clearing.maker;

import java.util.Map;

/**
 * The programme's terms per product, a contract type at a place.
 *
 * @param products terms by {@code type/place}, or by {@code type} for all places without their own
 * @param otherwise terms of all others
 */
public record MakerProgramme(Map<String, Terms> products, Terms otherwise) {
  public MakerProgramme {
    products = Map.copyOf(products);
  }

  /**
   * @param depthMicros v: an order counts if it is closer to the middle than this
   * @param poolMicros what a week pays to all makers of the product together, 0 for nothing
   */
  public record Terms(long depthMicros, long poolMicros) {
    public Terms {
      if (depthMicros <= 0 || poolMicros < 0) {
        throw new IllegalArgumentException("a depth is positive, a pool not negative");
      }
    }
  }

  /**
   * A type of contract at a place.
   *
   * @param type as in {@code Contract.typeName}
   */
  public record Product(String type, String place) implements Comparable<Product> {
    @Override
    public int compareTo(Product other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return type + "/" + place;
    }
  }

  /** 0.03 around the middle of a binary and 3 points of others, 10 USDC a week per product. */
  public static MakerProgramme standard() {
    return new MakerProgramme(
        Map.of("binary", new Terms(30_000, 10_000_000)), new Terms(3_000_000, 10_000_000));
  }

  /** The terms of a product. */
  public Terms of(Product product) {
    final Terms own = products.get(product.toString());
    return own != null ? own : products.getOrDefault(product.type(), otherwise);
  }

  /** What identifies a product's payment of a week, for ever. */
  public static String reference(RewardWeek week, Product product) {
    return "makers/" + week + "/" + product;
  }
}
