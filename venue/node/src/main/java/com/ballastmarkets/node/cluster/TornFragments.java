package com.ballastmarkets.node.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.agrona.BitUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts off what a process killed in the middle of a write left at the end of its recordings: a
 * fragment whose header says more pages than came. It was never acknowledged, and the archive
 * refuses to start with it.
 *
 * <p>The kernel writes page by page, so a fragment is torn only where a page that it should reach
 * into is still empty, which is what the archive itself looks for.
 */
final class TornFragments {
  private static final Logger LOG = LoggerFactory.getLogger(TornFragments.class);
  private static final Pattern SEGMENT = Pattern.compile("(\\d+)-(\\d+)\\.rec");
  private static final int PAGE = 4_096;
  private static final int FRAME_ALIGNMENT = 32;

  private TornFragments() {}

  /** Looks at the last segment of every recording. */
  static void cutOff(Path archiveDir) throws IOException {
    final Map<Long, Long> lastSegments = new TreeMap<>();
    try (Stream<Path> files = Files.list(archiveDir)) {
      files.forEach(file -> {
        final Matcher name = SEGMENT.matcher(file.getFileName().toString());
        if (name.matches()) {
          lastSegments.merge(Long.valueOf(name.group(1)), Long.valueOf(name.group(2)), Math::max);
        }
      });
    }
    for (final Map.Entry<Long, Long> last : lastSegments.entrySet()) {
      cutOffSegment(archiveDir.resolve(last.getKey() + "-" + last.getValue() + ".rec"));
    }
  }

  private static void cutOffSegment(Path segment) throws IOException {
    try (FileChannel channel =
        FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      final long size = channel.size();
      final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      long last = 0;
      long next = 0;
      while (next < size) {
        length.clear();
        if (channel.read(length, next) < Integer.BYTES || length.getInt(0) <= 0) {
          break;
        }
        last = next;
        next += BitUtil.align(length.getInt(0), FRAME_ALIGNMENT);
      }
      if (next > last && hasEmptyPage(channel, last, Math.min(next, size))) {
        channel.truncate(last);
        channel.write(ByteBuffer.allocate(1), size - 1);
        channel.force(true);
        LOG.info("cut a torn fragment of {} bytes off {}", next - last, segment.getFileName());
      }
    }
  }

  /** Whether a page that the fragment reaches into, after its first, holds nothing but zeros. */
  private static boolean hasEmptyPage(FileChannel channel, long from, long to) throws IOException {
    final ByteBuffer page = ByteBuffer.allocate(PAGE);
    for (long start = (from / PAGE + 1) * PAGE; start < to; start += PAGE) {
      page.clear().limit((int) Math.min(PAGE, to - start));
      channel.read(page, start);
      page.flip();
      boolean empty = true;
      while (empty && page.hasRemaining()) {
        empty = page.get() == 0;
      }
      if (empty) {
        return true;
      }
    }
    return false;
  }
}
