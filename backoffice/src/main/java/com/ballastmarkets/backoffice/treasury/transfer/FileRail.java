package com.ballastmarkets.backoffice.treasury.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A custodian that takes files: one per batch in {@code outgoing}, put there whole and never
 * changed; it answers with one or more per batch in {@code results}. It must leave the outgoing
 * files where they are: while a batch's file is there, the batch is not written again.
 */
public final class FileRail implements TransferRail {
  private final Path outgoing;
  private final Path results;

  private FileRail(Path outgoing, Path results) {
    this.outgoing = outgoing;
    this.results = results;
  }

  /** In {@code folder/outgoing} and {@code folder/results}, which are made if need be. */
  public static FileRail in(Path folder) {
    try {
      return new FileRail(
          Files.createDirectories(folder.resolve("outgoing")),
          Files.createDirectories(folder.resolve("results")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder that the custodian reads. */
  public Path outgoing() {
    return outgoing;
  }

  /** The folder that the custodian writes to. */
  public Path results() {
    return results;
  }

  @Override
  public void submit(TransferOrder order) {
    byte[] content = TransferFiles.order(order);
    String name = order.batch() + ".json";
    Path file = outgoing.resolve(name);
    try {
      if (!Files.exists(file)) {
        put(outgoing, name, content);
      } else if (!Arrays.equals(Files.readAllBytes(file), content)) {
        throw new TransferRailException("the outgoing file " + name + " holds other transfers");
      }
    } catch (IOException e) {
      throw new TransferRailException("the outgoing file could not be written", e);
    }
  }

  @Override
  public List<TransferResult> results(String batch) {
    List<TransferResult> all = new ArrayList<>();
    for (Path file : ofBatch(batch)) {
      try {
        all.addAll(TransferFiles.readResults(batch, Files.readAllBytes(file)));
      } catch (IOException e) {
        throw new TransferRailException(
            "the results file " + file.getFileName() + " cannot be read", e);
      } catch (IllegalArgumentException e) {
        throw new TransferRailException(
            "the results file " + file.getFileName() + " cannot be read: " + e.getMessage(), e);
      }
    }
    return all;
  }

  private List<Path> ofBatch(String batch) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(results, batch + "*.json")) {
      Stream<Path> found = StreamSupport.stream(files.spliterator(), false);
      return found.sorted().toList();
    } catch (IOException e) {
      throw new TransferRailException("the results folder cannot be read", e);
    }
  }

  /** Whole and on disk under its name, or not there at all. */
  static void put(Path folder, String name, byte[] content) throws IOException {
    Path whole = Files.createTempFile(folder, "." + name, ".part");
    try {
      Files.write(whole, content);
      force(whole, StandardOpenOption.WRITE);
      Files.move(whole, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      force(folder, StandardOpenOption.READ);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static void force(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }
}
