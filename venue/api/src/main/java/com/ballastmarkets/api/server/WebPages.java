package com.ballastmarkets.api.server;

import com.ballastmarkets.api.error.ErrorBody;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.json.Json;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The web app's files, from the program itself: plain names, no folders above, nothing else. */
final class WebPages extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String FOLDER = "/web/";
  private static final Pattern FILE = Pattern.compile("/([a-z0-9-]+/)*[a-z0-9-]+\\.[a-z0-9]+");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    final String path =
        request.getRequestURI().equals("/") ? "/index.html" : request.getRequestURI();
    final byte @Nullable [] content = FILE.matcher(path).matches() ? read(path.substring(1)) : null;
    if (content == null) {
      refuse(response, ErrorCode.NOT_FOUND);
      return;
    }
    response.setContentType(mediaType(path));
    response.setHeader("Cache-Control", "no-cache");
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }

  /** Any other method than GET and HEAD. */
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
      super.service(request, response);
    } else {
      response.setHeader("Allow", "GET, HEAD");
      refuse(response, ErrorCode.METHOD_NOT_ALLOWED);
    }
  }

  private static byte @Nullable [] read(String file) throws IOException {
    try (InputStream stream = WebPages.class.getResourceAsStream(FOLDER + file)) {
      return stream == null ? null : stream.readAllBytes();
    }
  }

  private static void refuse(HttpServletResponse response, ErrorCode code) throws IOException {
    response.setStatus(code.status());
    response.setContentType("application/json");
    response
        .getOutputStream()
        .write(Json.write(ErrorBody.of(code)).getBytes(StandardCharsets.UTF_8));
  }

  private static String mediaType(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "json" -> "application/json";
      case "png" -> "image/png";
      default -> "application/octet-stream";
    };
  }
}
