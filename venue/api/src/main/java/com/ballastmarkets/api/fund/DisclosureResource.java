package com.ballastmarkets.api.fund;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.json.QueryFields;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** What stands behind the clearing house, for everybody. */
@Path("/disclosure")
public final class DisclosureResource {
  private final DisclosureDesk desk;

  public DisclosureResource(DisclosureDesk desk) {
    this.desk = desk;
  }

  /** {@code ?format=pdf}, {@code xlsx} or {@code csv}. */
  @GET
  @Access(Who.PUBLIC)
  public Response disclosure(@Context UriInfo uri) {
    final DisclosureDesk.Format asked =
        QueryFields.of(uri, Set.of("format")).word("format", DisclosureDesk.Format.class);
    final DisclosureDesk.Printed printed =
        desk.print(asked == null ? DisclosureDesk.Format.PDF : asked);
    return Response.ok(printed.content(), printed.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + printed.fileName() + "\"")
        .build();
  }
}
