package com.ballastmarkets.oracle.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.oracle.SharedFolder;
import com.ballastmarkets.oracle.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleVectorsTest {

  @Test
  void inclusionVectors() throws IOException {
    List<Path> files = files("vectors/merkle/inclusion");
    assertThat(files).hasSizeGreaterThan(60);
    for (Path file : files) {
      JsonNode vector = CanonicalJson.parse(Files.readAllBytes(file));
      check(
          file,
          vector,
          () ->
              MerkleProofs.verifyInclusion(
                  bytes(vector, "leafHash"),
                  vector.required("leafIdx").bigIntegerValue().longValue(),
                  vector.required("treeSize").bigIntegerValue().longValue(),
                  bytes(vector, "root"),
                  proof(vector)));
    }
  }

  @Test
  void consistencyVectors() throws IOException {
    List<Path> files = files("vectors/merkle/consistency");
    assertThat(files).hasSizeGreaterThan(60);
    for (Path file : files) {
      JsonNode vector = CanonicalJson.parse(Files.readAllBytes(file));
      check(
          file,
          vector,
          () ->
              MerkleProofs.verifyConsistency(
                  vector.required("size1").bigIntegerValue().longValue(),
                  vector.required("size2").bigIntegerValue().longValue(),
                  bytes(vector, "root1"),
                  bytes(vector, "root2"),
                  proof(vector)));
    }
  }

  private static void check(Path file, JsonNode vector, Runnable verification) {
    boolean refused = false;
    try {
      verification.run();
    } catch (InvalidProofException e) {
      refused = true;
    }
    assertThat(refused)
        .as(file + ": " + vector.required("desc").textValue())
        .isEqualTo(vector.required("wantErr").booleanValue());
  }

  private static List<Path> files(String folder) throws IOException {
    try (var walk = Files.walk(SharedFolder.at(folder))) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static byte[] bytes(JsonNode vector, String name) {
    return Base64.getDecoder().decode(vector.required(name).textValue());
  }

  private static List<byte[]> proof(JsonNode vector) {
    List<byte[]> hashes = new ArrayList<>();
    for (JsonNode hash : vector.required("proof")) {
      hashes.add(Base64.getDecoder().decode(hash.textValue()));
    }
    return hashes;
  }
}
