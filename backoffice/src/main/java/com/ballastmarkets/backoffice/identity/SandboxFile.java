package com.ballastmarkets.backoffice.identity;

import com.ballastmarkets.sql.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a sandbox tells its user: who there is, with keys and secrets. Its names need no escapes.
 */
public record SandboxFile(List<Account> accounts, List<Staff> staff) {
  public SandboxFile {
    accounts = List.copyOf(accounts);
    staff = List.copyOf(staff);
  }

  /** A funded account. */
  public record Account(
      String name,
      long accountId,
      String apiKey,
      String apiSecret,
      String fixSenderCompId,
      int leverage) {}

  /** A member of staff. */
  public record Staff(String name, Role role, String apiKey, String apiSecret) {}

  /** The document, one account or member of staff a line. */
  public String toJson() {
    String accountLines =
        accounts.stream()
            .map(account ->
                ("    {\"name\": \"%s\", \"account_id\": %d, \"api_key\": \"%s\","
                        + " \"api_secret\": \"%s\", \"fix_sender_comp_id\": \"%s\","
                        + " \"leverage\": %d}")
                    .formatted(
                        account.name,
                        account.accountId,
                        account.apiKey,
                        account.apiSecret,
                        account.fixSenderCompId,
                        account.leverage))
            .collect(Collectors.joining(",\n"));
    String staffLines =
        staff.stream()
            .map(member ->
                ("    {\"name\": \"%s\", \"role\": \"%s\", \"api_key\": \"%s\","
                        + " \"api_secret\": \"%s\"}")
                    .formatted(
                        member.name,
                        member.role.name().toLowerCase(Locale.ROOT),
                        member.apiKey,
                        member.apiSecret))
            .collect(Collectors.joining(",\n"));
    return "{\n  \"accounts\": [\n%s\n  ],\n  \"staff\": [\n%s\n  ]\n}\n"
        .formatted(accountLines, staffLines);
  }

  /** Writes the document, readable by its owner only; the old one is replaced as a whole. */
  public void write(Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(draft, toJson());
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
