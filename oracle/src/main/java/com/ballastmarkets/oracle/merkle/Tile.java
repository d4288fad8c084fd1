package com.ballastmarkets.oracle.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One tile of a log: up to 256 consecutive hashes of one height, named as C2SP tlog-tiles names it.
 * The first partial tile of a log of 70 leaves is {@code tile/0/000.p/70}.
 *
 * @param level 0 for leaf hashes; each level above holds the roots of full tiles of the one below
 * @param index place of the tile in its level, from 0
 * @param width how many hashes it holds, 1 to 256; below 256 the tile is partial
 */
public record Tile(int level, long index, int width) {
  /** Hashes in a full tile. */
  public static final int FULL = 256;

  /** Bytes that an entry may have in an entry bundle, whose lengths are 16 bits. */
  public static final int MAX_ENTRY = 0xFFFF;

  public Tile {
    if (level < 0 || level > 63 || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException("no tile at level " + level + ", index " + index);
    }
  }

  /** {@code tile/<L>/<N>[.p/<W>]}. */
  public String path() {
    return "tile/" + level + "/" + number();
  }

  /** {@code tile/entries/<N>[.p/<W>]}: where the entries under a level 0 tile are served. */
  public String entriesPath() {
    return "tile/entries/" + number();
  }

  /** All tiles of a log with this many entries, lowest level first. */
  public static List<Tile> ofLog(long size) {
    List<Tile> tiles = new ArrayList<>();
    long hashes = size;
    for (int level = 0; hashes > 0; level++, hashes /= FULL) {
      for (long index = 0; index < hashes / FULL; index++) {
        tiles.add(new Tile(level, index, FULL));
      }
      int rest = (int) (hashes % FULL);
      if (rest > 0) {
        tiles.add(new Tile(level, hashes / FULL, rest));
      }
    }
    return tiles;
  }

  /** The bytes of a tile: its hashes, one after the other. */
  public static byte[] encode(List<Hash> hashes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(hashes.size() * Hash.LENGTH);
    hashes.forEach(hash -> out.writeBytes(hash.bytes()));
    return out.toByteArray();
  }

  /** The hashes in a tile's bytes. */
  public static List<Hash> decode(byte[] bytes) {
    if (bytes.length == 0 || bytes.length % Hash.LENGTH != 0 || bytes.length > FULL * Hash.LENGTH) {
      throw new IllegalArgumentException("a tile has 1 to 256 hashes of 32 bytes");
    }
    List<Hash> hashes = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += Hash.LENGTH) {
      hashes.add(Hash.of(Arrays.copyOfRange(bytes, at, at + Hash.LENGTH)));
    }
    return hashes;
  }

  /**
   * An entry bundle: each entry after its length in 16 bits, big-endian.
   *
   * @throws IllegalArgumentException for an entry over {@link #MAX_ENTRY} bytes, which this form of
   *     publication cannot carry
   */
  public static byte[] encodeEntries(List<byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > MAX_ENTRY) {
        throw new IllegalArgumentException("an entry bundle carries entries up to 65535 bytes");
      }
      out.write(entry.length >> 8);
      out.write(entry.length);
      out.writeBytes(entry);
    }
    return out.toByteArray();
  }

  /** The entries of an entry bundle. */
  public static List<byte[]> decodeEntries(byte[] bytes) {
    List<byte[]> entries = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      if (at + 2 > bytes.length) {
        throw new IllegalArgumentException("the entry bundle ends inside a length");
      }
      int length = (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
      at += 2;
      if (at + length > bytes.length) {
        throw new IllegalArgumentException("the entry bundle ends inside an entry");
      }
      entries.add(Arrays.copyOfRange(bytes, at, at + length));
      at += length;
    }
    return entries;
  }

  private String number() {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      text.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
    }
    return width == FULL ? text.toString() : text + ".p/" + width;
  }
}
