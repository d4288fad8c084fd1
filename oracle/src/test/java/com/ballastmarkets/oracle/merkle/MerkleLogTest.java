package com.ballastmarkets.oracle.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleLogTest {
  /** The leaves that the certificate transparency reference tests use. */
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  @Test
  void rootOfTheReferenceTree() {
    MerkleLog log = new MerkleLog();
    assertThat(log.root().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    LEAVES.forEach(leaf -> log.append(HexFormat.of().parseHex(leaf)));
    assertThat(log.root().hex())
        .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    assertThat(log.root(1).hex())
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  }

  @Test
  void everyProofAtEverySizeHoldsAndNoneHoldsForAnother() {
    int sizes = 70;
    MerkleLog log = logOf(sizes);
    for (int size = 1; size <= sizes; size++) {
      assertThat(log.root(size)).isEqualTo(naiveRoot(log, 0, size));
      for (int index = 0; index < size; index++) {
        List<Hash> proof = log.inclusionProof(index, size);
        MerkleProofs.verifyInclusion(log.leafHash(index), index, size, log.root(size), proof);
        if (size > 1) {
          int other = (index + 1) % size;
          int at = index;
          int n = size;
          assertThatThrownBy(() ->
                  MerkleProofs.verifyInclusion(log.leafHash(other), at, n, log.root(n), proof))
              .isInstanceOf(InvalidProofException.class);
        }
      }
      for (int old = 1; old <= size; old++) {
        List<Hash> proof = log.consistencyProof(old, size);
        MerkleProofs.verifyConsistency(old, size, log.root(old), log.root(size), proof);
      }
    }
  }

  @Test
  void aRewrittenPrefixIsNotConsistent() {
    MerkleLog honest = logOf(20);
    MerkleLog rewritten = new MerkleLog();
    rewritten.append("other".getBytes(StandardCharsets.UTF_8));
    for (int i = 1; i < 30; i++) {
      rewritten.append(entry(i));
    }
    assertThatThrownBy(() ->
            MerkleProofs.verifyConsistency(
                20, 30, honest.root(), rewritten.root(), rewritten.consistencyProof(20, 30)))
        .isInstanceOf(InvalidProofException.class);
  }

  @Test
  void tilesAreNamedAndFilledAsTlogTilesSays() {
    assertThat(new Tile(0, 1234067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(new Tile(1, 5, 17).path()).isEqualTo("tile/1/005.p/17");
    assertThat(new Tile(0, 5, 256).entriesPath()).isEqualTo("tile/entries/005");
    List<Tile> tiles = Tile.ofLog(70_000);
    assertThat(tiles).hasSize(273 + 1 + 1 + 1 + 1);
    assertThat(tiles.subList(273, 277))
        .containsExactly(
            new Tile(0, 273, 112), new Tile(1, 0, 256), new Tile(1, 1, 17), new Tile(2, 0, 1));
    assertThat(Tile.ofLog(256)).containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));

    MerkleLog log = logOf(600);
    List<Hash> upper = log.tile(new Tile(1, 0, 2));
    assertThat(upper).containsExactly(naiveRoot(log, 0, 256), naiveRoot(log, 256, 512));
    List<Hash> last = log.tile(new Tile(0, 2, 88));
    assertThat(Tile.decode(Tile.encode(last))).isEqualTo(last).hasSize(88);
    assertThatThrownBy(() -> log.tile(new Tile(0, 2, 89)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void entryBundlesComeBackAndRefuseWhatTheyCannotCarry() {
    List<byte[]> entries = new ArrayList<>(List.of(entry(1), new byte[0], new byte[65_535]));
    assertThat(Tile.decodeEntries(Tile.encodeEntries(entries)))
        .usingElementComparator(java.util.Arrays::compare)
        .containsExactlyElementsOf(entries);
    entries.add(new byte[65_536]);
    assertThatThrownBy(() -> Tile.encodeEntries(entries)).hasMessageContaining("65535");
    assertThatThrownBy(() -> Tile.decodeEntries(new byte[] {0, 5, 1}))
        .hasMessageContaining("ends inside");
  }

  @Test
  void base64OfAHashHasOneForm() {
    Hash hash = Hash.sha256(entry(1));
    assertThat(Hash.ofBase64(hash.base64())).isEqualTo(hash);
    String text = hash.base64();
    char last = text.charAt(42);
    char next = (char) (last + 1);
    String altered = text.substring(0, 42) + next + "=";
    assertThatThrownBy(() -> Hash.ofBase64(altered)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Hash.ofHex(hash.hex().toUpperCase(java.util.Locale.ROOT)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MerkleLog logOf(int size) {
    MerkleLog log = new MerkleLog();
    for (int i = 0; i < size; i++) {
      log.append(entry(i));
    }
    return log;
  }

  private static byte[] entry(int i) {
    return ("entry " + i).getBytes(StandardCharsets.UTF_8);
  }

  private static Hash naiveRoot(MerkleLog log, int from, int to) {
    if (to - from == 1) {
      return log.leafHash(from);
    }
    int k = 1;
    while (k * 2 < to - from) {
      k *= 2;
    }
    return Hash.node(naiveRoot(log, from, from + k), naiveRoot(log, from + k, to));
  }
}
