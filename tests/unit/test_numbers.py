"""Numbers that a reader could call, in every disguise; and honest figures, which raise no alarm.

Two tables of lines as they may stand in a page. A line that got past the check, or an alarm that was false, is added here.
"""

import pytest

from shizha.content.identities import identities_in
from shizha.content.numbers import numbers_in
from shizha.content.plain import plain_line

HOSTILE = """
打96101问。
打９６１０１问。
打96 101问。
打96    101问。
打96-101问。
打9.6.1.0.1问。
打9·6·1·0·1问
打9 6 1 0 1 问
打96\u200b101问。
打9\u20606101
打96<!-- x -->101问。
打&#57;6101问。
打&#x39;6101问。
打九六一〇一问。
打玖陆壹零壹问。
打幺幺零转人工玖陆幺零幺
打九六1〇1问。
打九6一0一
请记住九 六 一 〇 一
请记住九-六-一-〇-一
打٩٦١٠١问。
打⑨⑥①⓪①
打➈➅➀⓪➀
打❾❻❶⓿❶
打⁹⁶¹⁰¹
打9️⃣6️⃣1️⃣0️⃣1️⃣
打〩〦〡〇〡
打9**61**01问
打9_6_101
打9*6*1*0*1
打`96`101
打96<br>101
打96</b><b>101
打96\\101
打96\\-101
打~~96~~101
打[96](a.md)[101](b.md)
打96[101](a.md)
打96<span title="">101</span>
打 961O1
打96l0l
报警电话（96101）
报警电话(96101)
反诈专线：96101
全国反诈热线 96101 人工服务
热线96101人工
96101时刻在线
96101日夜有人接
96101点这里
96101家长热线
96101多国语言
96101年中无休
打96/101
打96:101
打96、101
打96~101
拨打 “9” “6” “1” “0” “1”
96101位置共享
记住：57096
记住57096这个号
求助57096。
电话13800138000
电话138 0013 8000
电话138–0013–8000
电话138.0013.8000
电话1 3 8 0 0 1 3 8 0 0 0
电话1-3-8-0-0-1-3-8-0-0-0
电话138/0013/8000
电话138:0013:8000
电话138，0013，8000
电话138、0013、8000
电话138|0013|8000
电话138😀0013😀8000
电话1，3，8，0，0，1，3，8，0，0，0
电话一三八零零一三八零零零
电话一三八 零零一三 八零零零
电话138零零13八000
1390013900 元
13800138000元
13800138000人
（13800138000）
第13800138000号
＋８６１３８００１３８０００
加+86 138 0013 8000
0086-13800138000
0086 138 0013 8000
(+86) 138-0013-8000
86 13800138000
+852 6600 1122
00852-6600-1122
400-800-1234
400 8001234
4008001234
400-8888-000
客服400–800–1234
800-810-1234
95开头的95501是客服
021-6234 5678
(021)62345678
（0755）8234 5678
010-1234 5678
010 12345678转8001
座机62345678
6234-5678
卡号6222 0212 3456 7890 123
账号6222021234567890123
银行卡：6222-0212-3456-7890
群号 123456789
`96101`
    96101
![96101](a.png)
![图](a.png "打96101")
[问](a.md "13800138000")
| 电话 | 138 | 0013 | 8000 |
| 13800138000 | x |
| 客服 | 96101 |
# 打96101
## 打96101 { #call }
## 打我 { #tel-13800138000 }
请打(#13800138000)
<!-- --> 打 96<!-- a -->1<!-- b -->01
tel:%31%33%38%30%30%31%33%38%30%30%30
[打](tel:96101)
[打](TEL:+8613800138000)
[打](sms:%2B8613800138000)
[打](callto:13800138000)
[打](tel://13800138000)
看tel:110
<a href='sms:+8613800138000'>x</a>
Call 911 now.
Pages 961–10
Call nine six one zero one.
call one three eight zero zero one three eight zero zero zero
Phone: 57096
text 57096 to us
Hotline 96101 people answer
拨打120
拨打 9 1 1
1. 13800138000
- 13800138000
> 13800138000
2026年打13800138000，2027年打13900139000
咨询 96,101
打96101 24小时有人
举报 96 101 点
打⑨ ⑥ ① ⓪ ①问
①打96101
0 0 8 6 1 3 8 0 0 1 3 8 0 0 0
"""

HOSTILE_PARAGRAPHS = [
    "打电话 138\n0013 8000",
    "打电话 138\n0013\n8000",
    "138 0013  \n8000",
    "> 138\n> 0013 8000",
    "打96\n101",
    "打96\\\n101",
    "138<br>\n0013 8000",
    "- 138\n- 0013\n- 8000",
    "| 138 |\n| 0013 |\n| 8000 |",
    "138\n\n0013\n\n8000",
]

HONEST = """
Days 91—100: write the report. See pages 110–119.
2026年11月24日，2026-11-24，2026.11.24，11月24日
2011—2026年，2019-2024年，9:00—11:30，13:00-16:30
2026/11/24，24/11/2026，2026-11，2026/11
2026-11-24 09:30，2026-11-24T09:30
2024 2025 2026
2019、2020、2021、2022、2023、2024
| 2021 | 2022 | 2023 | 2024 |
| 12,505 | 35,864 | 45.2% |
| 年份 | 2021 | 2022 |
| 13 | 8001 | 20 |
罚20万元以下，损失3586400元，12,505宗，1,234,567元，￥13800
10000-50000元，5000—20000元，1000至5000元，10000～50000元
损失 52000 元；从20000涨到30000；一共100000
CNY 200,000, HKD 45,000, US$ 12,500, RMB 52000
第31条、第287条之二，法释〔2019〕15号，令〔2025〕第11号
（2019）15号，公通字〔2016〕32号，银发[2016]261号，（1996）12号
主席令第119号，第12345页，第 100 页
48小时，24小时，30分钟，3到10年，10—15日
占44.1%，约1300000条，13.88亿条，4095宗
占 44.1 %，99.99%，100%，0.5‰
第12号教室，20分钟，共1000字，A4，M10，SZ301
1. 第一步 2. 第二步 10. 第十步
Art. 31, 1–10 times, CNY 200,000, 35.8 billion, 60,000 people
一九九五年，三三两两，一五一十，二〇二六年，五六个人
二〇二四年十二月一日，二零二四年，一九八四年
七八十岁，三五千元，十一二岁，四五六七个，百分之三十五
一、二、三、四、五、六、七
| 一 | 二 | 三 | 四 | 五 |
App 1.6.1，3.5，1/3，16:9
Android 12.0.1，版本 10.15.7.1，v1.2.3，iOS 17.5.1
给你打 8 折，打3次，打20分钟电话
打了12505次电话，拨打了3次，来电3000次
封停号码13000个，关停电话96000个，发短信100000条
电话里说满20万就能提现，打 120 秒
GB/T 35273-2020，ISO 27001，JR/T 0171-2020，GB 11643-1999
1 2 3 4 5
1、2、3、4、5、6、7、8、9、10、11
座位1、2、3、4、5、6
1 + 2 = 3，3×4=12，100 − 20 = 80
12:30、13:00、14:15，08:00—20:00
13:00—16:30、9:00
13:00-16:30, 9:00-11:30
他报的工号是 001234，警号 012946
比如验证码 835217，密码 123456，密码000000
密码别用 12345678
身高170厘米，体重65公斤，3米，5000米，100mg
5分钟、10分钟、15分钟、20分钟
（约1300000条）（共4095宗）（第31条）
20秒，3000毫秒，128GB，512 MB，1080p，4K，5G，2.4GHz
纸 210×297，A4，80克
见第3—5页，第3-5题，3～5人
2026年1月至6月，1—6月，2025年第4季度
2026-2030, 2024–25, 1995–2024
Between 2019 and 2024, 10 to 15 days, Article 38, Decree No. 119, Order No. 11 of 2024
He was told to bring 20,000, recalls 30,000, context 40,000
in 24 hours, 48 hours, 5 minutes, 3,586,400 yuan, 1.3 million, 10,000 yuan
1 December 2024, December 1, 2024, Dec 1 2024, 24 Nov. 2026
pages 12–15, question 3, step 2 of 7, 20 pupils, 40 minutes, 1000 characters
Class 3, Grade 10, Room 1203, Year 7
2024年12月1日起施行，2022年9月2日通过
300人以下，10000人以上，100000条以上
两万、三千五百、十万元、一百一十
三分钟、一个、五步、二十分钟
2:1，3:1，10:1，4:3
50%-70%，10%—20%
100+、99+、5+3
第1、3、5、7、9、11、13周
[^law-anti-fraud] [[tel:cn-police]] [看](x.md#part-2024)
## 二〇二四年的变化 { #rules-2024 }
## 第一步 { #step-1 }
M1—M10，S1.1—S9.12，SZ101–SZ109
每天 3 次，每次 10000 步
3 500 000 元
-10℃，36.5度
A. 12  B. 15  C. 20  D. 30
第(1)(2)(3)项，（1）（2）（3）（4）（5）
图1-1，表2-3，3.1.2 节
2023 14.7 万，2024 6.38 亿，2022 46.4 → 2023 43.7
来电“+852”开头，显示+86
咨询 112,972 件，投诉 181,565 宗，举报12505起
2025-08-25~29，2026-09-14—20
③打 ④联系自己的银行，5 ①停 ②想
9.8.1、10.0.2
① 停 ② 想 ③ 问 ④ 报
①②③④⑤
1）先停 2）再问 3）报警
一二三四五六七
打1/3，打20:15—21:30，举报2023、2024，求助1、2、3、4、5
"""

HONEST_PARAGRAPHS = [
    "2023\n2024\n2025",
    "- 20\n- 30\n- 40\n- 100",
    "1. 10\n2. 20\n3. 30",
    "共20\n30分钟",
    "| 13 | 20 |\n| 15 | 30 |\n| 18 | 40 |",
    "| 20 |\n| 30 |\n| 40 |\n| 12 |",
    "起于2023年，止于2024\n2025年再来",
    "一共 12\n\n34 次",
]

IDENTITIES = """
加QQ：88776655x
加QQ88776655
QQ群88776655
Q群：12345
q群 887766
扣扣群 887766
扣扣：88776
企鹅号 8877665
企鹅群：8877665
微信: kefu_110
微信号: kefu_110
微信号kefu_110
微信号：kefuxiaomei
微 信 号：kefu_110
微.信：kefu_110
薇信：kefu110
威信 kefu110
加V：abc12345
+v abc12345
➕V abc12345
加v abc12345
加微：abc12345
加薇 abc12345
VX：abc12345
vx号abc12345
v信:abc12345
微❤：abc12345
威❤abc12345
V❤：abc12345
卫星号：abc12345
电话问客服，微信同号
vx同号
Telegram：@zhuikuan_01
电报 @zhuikuan
飞机号：zhuikuan01
飞机@zhuikuan
纸飞机：zhuikuan01
TG：@zhuikuan
tg zhuikuan01
找 @zhuikuan 追款
t.me/zhuikuan
wa.me/85266001122
https://t.me/joinchat/abc
WhatsApp: +85266001122
WhatsApp +852 6600 1122
LINE ID: zhuikuan01
line：zhuikuan01
Skype: live:zhuikuan01
ＷｅＣｈａｔ：fx_2026
微\u200b信:kefu_110
weixin://dl/chat?kefu
蝙蝠号：12345678
抖音号：zhuikuan01
支付宝账号：zhuikuan01
公众号：fanzha_110
WeChat ID: kefu_110
Signal @zhuikuan.01
Zalo: 84912345678
Discord: zhuikuan#1234
小红书号：887766554
V：abc12345
IG: fanzha110
企微 abc12345
微芯 abc12345
wei xin abc12345
微博 @fanzha_110
转到 TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE
转到 bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq
转到 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa
转到 0xdeadbeefdeadbeefdeadbeefdeadbeefdeadbeef
"""

NO_IDENTITIES = """
微信、QQ都不加。
从微信App里进官方客服
用WhatsApp退款的，是骗
LINE视频
微信：先别加
微信号、QQ号、群号都别给
让你加微信、加QQ群、下飞机（Telegram）
QQ群里有50000人
微信转账20000元以上，24小时到账
微信和QQ：这2个最多
对方说“加我微信：xxxxxx”
WeChat, QQ, Telegram and WhatsApp accounts
WeChat account: never give it away
Telegram is an app. WhatsApp too.
LINE: call the person instead
飞机票、航班、飞机延误2小时
卫星电视2026
加微信群500人
微信支付：单日限额 5000 元
QQ：先别加
On Telegram in 2024, 300 groups were closed
腾讯QQ 9.0.1
企鹅2只
A line: 12 of them
微博、IG、Teams都一样
V: 5 of them
Signal: 3 signs
电报群：3个
写信到 [[text:cn-police]]，@ 是什么意思
公众号：看清全称
"""


def lines(table: str) -> list[str]:
    return [line for line in table.split("\n") if line.strip()]


def found(text: str) -> list[str]:
    return [number.written for _, number in numbers_in([plain_line(line) for line in text.split("\n")])]


@pytest.mark.parametrize("line", [*lines(HOSTILE), *HOSTILE_PARAGRAPHS])
def test_a_number_to_call_is_seen_through_its_disguise(line):
    assert found(line)


@pytest.mark.parametrize("line", [*lines(HONEST), *HONEST_PARAGRAPHS])
def test_an_honest_figure_raises_no_alarm(line):
    assert found(line) == []


@pytest.mark.parametrize("line", lines(IDENTITIES))
def test_an_account_of_a_chat_app_is_seen(line):
    assert list(identities_in([plain_line(line)]))


@pytest.mark.parametrize("line", lines(NO_IDENTITIES))
def test_talking_of_chat_apps_is_no_account(line):
    assert list(identities_in([plain_line(line)])) == []


def test_an_amount_after_a_number_is_no_part_of_it():
    assert found("打96110 24小时有人接，10699000 48 小时内回复") == ["96110", "10699000"]
