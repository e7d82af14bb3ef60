"""SZ701–SZ707: pictures, and the rights of files."""

from __future__ import annotations

from ..finding import Message, Rule

FORMAT = Rule(
    "SZ701",
    Message("图片打不开，或者不是它的后缀说的那种", "A picture that is broken or not what its name says"),
    why=Message(
        "改了后缀的文件可以是任何东西，比如一张带脚本的网页。",
        "A file with another ending can be anything, a page with a script for one.",
    ),
    wrong="docs/images/stop.png （里面其实是JPEG / in fact a JPEG）",
    right="docs/images/stop.jpg",
    says=Message("内容不是.png格式", "The content is not .png"),
)
SIZE = Rule(
    "SZ702",
    Message("图片太大", "A picture that is too large"),
    why=Message(
        "来看的人常常用旧手机、用流量，一张大图就让整页打不开。",
        "Readers come with old phones and slow networks; one large picture can keep a page from opening.",
    ),
    wrong="docs/images/stop.png  (3 MB)",
    right="docs/images/stop.png  (80 kB)",
    says=Message("图片有2401×1像素", "The picture has 2401×1 pixels"),
)
METADATA = Rule(
    "SZ703",
    Message("图片里夹带了别的东西", "A picture that carries more than itself"),
    why=Message(
        "照片会带着拍摄地点、手机型号、作者名字一起发布。",
        "Photographs bring along where they were taken, on which phone and by whom, and all of it would be published.",
    ),
    wrong="EXIF: GPS 31.23, 121.47",
    right="exiftool -all= stop.jpg",
    says=Message("图片里夹带了 tEXt", "The picture carries tEXt"),
)
ACTIVE = Rule(
    "SZ704",
    Message("SVG里有脚本或外部内容", "An SVG with a script or outside content"),
    why=Message(
        "浏览器单独打开SVG时，会像网页一样运行里面的脚本。",
        "A browser that opens an SVG by itself runs the scripts in it as it does in a page.",
    ),
    wrong='<svg onload="…"><image href="https://…"/></svg>',
    right='<svg viewBox="0 0 32 32"><path d="M4 4h24v24H4z"/></svg>',
    says=Message("SVG里不能有 <script>", "An SVG may not hold <script>"),
)
UNUSED = Rule(
    "SZ705",
    Message("图片没有页面用到", "A picture that no page shows"),
    why=Message(
        "没人看见的文件也没人检查，却一样会发布。",
        "What nobody sees nobody checks, and yet it would be published.",
    ),
    wrong="docs/images/old-poster.png",
    right="![海报：先停下，再打电话](../images/old-poster.png)",
    says=Message("没有页面用到这张图片", "No page shows this picture"),
)
MISSING = Rule(
    "SZ706",
    Message("图片找不到", "A picture that is not there"),
    why=Message(
        "读者只会看到一个破图标。",
        "Readers would see a broken icon.",
    ),
    wrong="![三步](../images/Steps.PNG)",
    right="![三步](../images/steps.png)",
    says=Message("“../../images/Stop.SVG”没有这张图片", "“../../images/Stop.SVG” is no picture"),
)
EXECUTABLE = Rule(
    "SZ707",
    Message("文件带着可执行权限", "A file that is marked as executable"),
    why=Message(
        "内容只用来读，不用来运行。",
        "Content is read, never run.",
    ),
    wrong="-rwxr-xr-x docs/zh/check.md",
    right="-rw-r--r-- docs/zh/check.md",
    says=Message("这个文件带着可执行权限", "This file is marked as executable"),
)

RULES = (FORMAT, SIZE, METADATA, ACTIVE, UNUSED, MISSING, EXECUTABLE)
