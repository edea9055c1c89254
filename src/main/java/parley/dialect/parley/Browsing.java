package parley.dialect.parley;

import parley.analysis.ChartPictures;
import parley.analysis.DataSources;
import parley.conversation.BrowsingStore;
import parley.image.ImageService;

/// What shows conversations with everything that belongs to them.
public record Browsing(
        BrowsingStore store, DataSources sources, ChartPictures charts, ImageService images) {}
