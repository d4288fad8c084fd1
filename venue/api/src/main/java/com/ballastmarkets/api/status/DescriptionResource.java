package com.ballastmarkets.api.status;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The descriptions of these interfaces, for people and generators. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class DescriptionResource {
  private final byte[] openApi = read("/api/openapi.json");
  private final byte[] asyncApi = read("/api/asyncapi.json");

  /** OpenAPI 3.1 of the REST interface. */
  @GET
  @Path("/openapi.json")
  @Access(Who.UNLIMITED)
  public byte[] openApi() {
    return openApi.clone();
  }

  /** AsyncAPI of the stream. */
  @GET
  @Path("/asyncapi.json")
  @Access(Who.UNLIMITED)
  public byte[] asyncApi() {
    return asyncApi.clone();
  }

  private static byte[] read(String resource) {
    try (InputStream stream = DescriptionResource.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("no " + resource + " in this build");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
