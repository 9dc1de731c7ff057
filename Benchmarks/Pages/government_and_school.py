"""Writes evaluation pages in the manner of government and school sites.

Every page is invented.  A document is a list of blocks; a hand-written
template per layout renders the blocks to HTML, and the truth (NAME.json) is
emitted from the same blocks.  Output is fixed (seeded by the page's name).
Run:  python3 government_and_school.py FOLDER
"""
import json, os, random, re, sys

# ---------------------------------------------------------------- text bank
# {a-b} -> integer, {a-b%} -> percentage with two decimals, {c} county,
# {b} bureau, {s} school, {y} year, {z} next year
BANK = {}
HEAD = {}
SUB = {}

def bank(key, head, subs, text):
    BANK[key] = [l.strip() for l in text.strip().split("\n") if l.strip()]
    HEAD[key] = head
    SUB[key] = subs

bank("控辍", ["持之以恒抓好控辍保学", "落实“双线”责任，巩固义务教育成果", "聚焦控辍保学，守住义务教育底线"],
 ["压实控辍责任", "摸清学生底数", "做好劝返安置", "强化动态监测"], """
开学前后，全县共组织教师{380-960}人次进村入户，对{1200-4800}户有适龄儿童少年的家庭逐一走访登记。
截至{y}年底，全县小学阶段入学率为{99-99%}，初中阶段巩固率为{96-98%}，较上年均有小幅提高。
对疑似辍学的{11-58}名学生建立了“一人一表”，由乡镇干部、村干部、班主任三方共同包保。
经过反复劝返，已有{9-41}人回到原校就读，其余学生的去向也已核实清楚并在学籍系统中作了标注。
我们坚持劝得回、留得住、学得好，对返校学生单独安排补课和谈心，防止今天来了明天又走。
部分随父母外出务工的学生流动频繁，转出时没有及时办理手续，给统计工作带来了不小的困难。
各中小学严格执行每日点名、每周汇总、每月上报的制度，发现学生连续三天未到校必须当面家访。
对残疾程度较重、确实无法到校的{6-23}名儿童，由附近学校的教师每周上门送教一次。
县政府与{9-19}个乡镇签订了控辍保学责任书，年终考核实行一票否决。
有的家长认为孩子早点挣钱比念书强，这种想法不转变，控辍工作就很难从根子上解决问题。
""")
bank("营养", ["稳步实施学生营养改善计划", "规范学校食堂管理，让学生吃得安全、吃得可口"],
 ["规范资金使用", "把好采购关口", "推行陪餐制度"], """
全县{46-118}所农村学校全部实现食堂供餐，受益学生{8200-19400}人。
营养改善计划专项资金实行专户管理、分账核算，每月由学校膳食委员会签字确认后才能报账。
大米、食用油、肉类等大宗食材由县里统一招标，蔬菜就近从村里的种植户手中购买，每天早上验收过秤。
学校负责人和值班教师与学生同桌吃饭、同锅吃菜，陪餐费用自理，陪餐记录随时接受查看。
从抽查情况看，仍有{3-9}所学校的留样不足一百二十五克，个别学校没有按时晾晒餐具。
暑期维修改造食堂{7-26}个，新添蒸饭柜{12-40}台、消毒柜{20-66}台，总投资{180-560}万元。
一份热腾腾的午饭，让走读的孩子中午不必再来回跑五六里山路，家长普遍说好。
我们请来县疾控中心的医生为{60-150}名食堂工友做了健康体检，不合格的{1-4}人已经调离岗位。
每学期开学第一周，各校都要把上学期的收支账目贴在校门口的公示栏里，接受家长监督。
体检数据显示，试点学校六年级学生的平均身高比三年前增加了{1-3}.{1-9}厘米。
""")
bank("师德", ["加强师德师风建设，塑造良好教师形象", "深入开展师德师风专题教育"],
 ["抓学习教育", "抓自查自纠", "抓先进典型"], """
今年三月，我们在全系统开展了为期两个月的师德师风集中整顿，先后经过学习动员、对照检查、整改提高三个阶段。
全县{1800-4600}名教师全部签订了师德承诺书，并在学校橱窗张贴，请家长和学生评议。
共收到群众来信来电{13-47}件，查实{3-11}件，对{2-8}名教师分别给予批评教育、调离岗位等处理。
坚决制止教师有偿补课、收受礼金、推销教辅资料，查实一起，通报一起。
教师节前夕表彰了{30-90}名优秀教师，其中在村小任教二十年以上的有{8-26}人。
柳树坪教学点的退休返聘教师独自守着十一个孩子，冬天生火、夏天修路，他的事迹打动了许多年轻人。
少数教师工作热情不高，备课照搬旧教案，批改作业只打一个日期，这类现象必须下决心纠正。
把师德表现作为职称评审、评优评先的首要条件，考核不合格的三年内不得晋升。
各校每月安排半天时间集中学习，要求有计划、有记录、有心得，局里每季度抽查一次。
通过整顿，教师的精神面貌明显好转，家长满意率由上年的{81-86%}提高到{91-97%}。
""")
bank("安全", ["绷紧安全之弦，维护校园稳定", "狠抓校园安全，确保师生平安"],
 ["完善人防物防技防", "开展隐患排查", "加强安全教育"], """
坚持“安全第一、预防为主”的方针，局领导班子成员分片包干，每月至少到联系学校检查一次。
全年开展拉网式排查{4-9}轮，共发现隐患{126-430}处，已整改{110-125}处，其余的都确定了责任人和完成时限。
全县中小学和幼儿园专职保安配备率、一键报警安装率、封闭式管理率都已达到百分之百。
联合公安、交通部门对{23-88}辆接送学生的车辆进行了检验，查处超员{2-9}起，清退不合格驾驶员{1-6}人。
每学期各校至少组织两次应急疏散演练，从拉响警报到全部撤到操场，用时一般不超过{2-4}分钟。
汛期来临之前，我们对临河、靠山的{8-31}所学校逐一查看，砍除危树{15-60}棵，加固围墙{300-900}米。
防溺水是夏季安全工作的重中之重，班主任放学前都要讲一遍，周末还要给家长发一条提醒短信。
邀请法院、检察院的同志担任法治副校长，到校上课{40-120}场，听课学生{9000-26000}人次。
个别学校的灭火器已经过期，门卫登记本上出现了好几天的空白，反映出我们的管理还不够细致。
全年没有发生一起在校学生非正常死亡事故，教育系统总体平稳。
""")
bank("双减", ["扎实推进“双减”工作落地", "减负提质，推动“双减”走深走实"],
 ["严控作业总量", "做优课后服务", "规范校外培训"], """
小学一、二年级不布置书面家庭作业，三至六年级的作业由年级组长统一审核，总时长不超过六十分钟。
全县{38-96}所义务教育学校全部开设课后服务，参加学生{12000-31000}人，参与率{93-98%}。
课后服务采取“作业辅导加兴趣社团”的形式，先后开出剪纸、竹编、围棋、鼓乐等{42-130}门课程。
对全县{31-77}家学科类培训机构进行了清理，注销{20-29}家，转为非学科类{3-9}家。
联合市场监管、公安等部门开展夜间巡查{9-24}次，发现并制止隐形变异培训{2-7}起。
作业少了以后，有家长担心孩子学得不扎实，学校就通过开放日请他们进课堂听一听、看一看。
教师每天在校的时间拉长了，我们试行弹性上下班，参加晚托的教师第二天可以晚到一小时。
各校建立了作业公示制度，哪一科布置了什么、大约要用多少分钟，都写在教室门口的小黑板上。
问卷调查发放{3000-9000}份，认为孩子睡眠时间增加的家长占{76-88%}。
下一步要把功夫下在课堂上，让学生在四十分钟里学懂弄通，这才是减负的根本出路。
""")
bank("学前", ["学前教育公益普惠发展", "大力发展学前教育"], ["扩充学位", "规范办园"], """
全县现有幼儿园{36-92}所，其中公办园{14-35}所，在园幼儿{5200-11800}人，学前三年毛入园率{86-93%}。
新建的城东幼儿园九月份开园，可以容纳十二个班、三百六十名幼儿。
对{7-19}所无证园进行了分类处置，达到基本标准的限期办证，安全没有保障的坚决关停。
坚持以游戏为基本活动，严禁提前教授拼音和算术，发现“小学化”倾向的责令整改。
利用闲置的村小校舍改建附设幼儿班{5-16}个，解决了偏远村寨孩子入园难的问题。
普惠性民办幼儿园按每生每年{300-600}元的标准给予补助，收费不得高于同级公办园。
幼儿教师流动性大、持证率低，依旧是制约保教质量的突出问题。
组织园长和骨干教师{40-110}人次到外地跟岗学习，回来以后轮流讲一节公开课。
""")
bank("培训", ["教师队伍素质持续提升", "加强教师队伍建设"], ["补充新生力量", "抓实全员培训", "推动交流轮岗"], """
通过公开招聘、特岗计划等途径补充教师{45-160}名，其中{70-85%}分配到了乡镇以下学校。
全年举办各类培训班{12-34}期，参训教师{1400-3900}人次，人均不少于七十二学时。
从县城学校选派{20-56}名骨干教师到薄弱学校支教一年，同时安排同等数量的村小教师进城跟岗。
组建了{6-15}个名师工作室，每个工作室带徒八到十人，定期送课下乡。
音乐、体育、美术、英语等学科的教师仍然紧缺，有些教学点只能一人教全科。
教师周转宿舍二期工程竣工，又有{60-180}名年轻教师搬进了新居，不用再租住农家房屋。
按时足额发放乡村教师生活补助，最远的教学点每人每月可以多领{400-900}元。
青年教师“过三关”比武活动吸引了{120-300}人报名，内容包括粉笔字、说课和现场答辩。
""")
bank("质量", ["以教研促教学，努力提高教育质量", "教育教学质量稳中有进"], ["深化教研", "改进课堂", "备战中高考"], """
教研室全体人员深入{30-80}所学校听课{500-1200}节，评课以后当场写出改进意见。
今年高考本科上线{320-980}人，比上年增加{21-75}人，上线率提高{2-5}个百分点。
全县学业水平监测采取统一命题、统一阅卷、统一分析的办法，成绩只作诊断使用，不给学校和学生排名。
推行“先学后教、当堂训练”的课堂模式，把讲的时间压下来，把练的时间让出来。
城乡之间、校与校之间差距仍然较大，排在末尾的几所初中数学平均分相差{18-36}分。
三月和十月分别举行了小学语文、初中物理的优质课评选，推荐{5-14}节参加上级比赛。
初三年级的分流工作做得比较扎实，升入普通高中和中等职业学校的比例大体相当。
重视毕业班工作，召开质量分析会{3-6}次，请有经验的教师传授复习方法。
片区联合教研每月一次，几所小规模学校的同年级教师坐到一起备一节课、磨一节课。
""")
bank("资助", ["落实资助政策，促进教育公平", "精准资助困难学生"], ["精准认定", "阳光发放"], """
全年发放各类资助资金{620-2400}万元，惠及家庭经济困难学生{6200-18800}人次。
资助对象由班级评议、学校公示、县里审核，名单公示不少于五个工作日，同时注意保护学生隐私。
为{260-900}名大学新生办理了生源地信用助学贷款，合同金额{210-760}万元。
对脱贫不稳定户和突发困难家庭的子女实行动态增补，做到应助尽助、不漏一人。
资助卡余额长期不动的有{14-60}户，经电话核对，多数是家长外出后忘记了密码。
社会各界捐资助学热情高涨，慈善总会、商会和在外乡亲共捐款{28-190}万元。
今年秋季学期起，建档立卡的普通高中学生免除学杂费，每人每年还可以享受国家助学金。
""")
bank("基建", ["改善办学条件，优化学校布局", "加快项目建设步伐"], ["推进项目建设", "优化布局调整"], """
投入资金{2600-9800}万元，新建、改扩建校舍{18000-52000}平方米，新增学位{1200-4200}个。
第三小学教学楼主体封顶，塑胶跑道已经铺好，预计明年秋季可以投入使用。
撤并不足十人的教学点{4-15}个，保留群众确有需求的教学点{6-21}个，配齐了电子白板和图书。
部分乡镇中心校寄宿床位紧张，两个孩子挤一张床的情况还没有完全消除。
项目资金实行报账制，严格按照进度拨付，由审计部门全程跟踪。
消除城区学校五十六人以上的大班额{22-70}个，大班额比例降到{2-5%}。
拆除D级危房{1200-4300}平方米，所有学校都做了抗震鉴定。
县城北片区学校选址几经论证终于确定，征地补偿正在进行，群众比较支持。
""")
bank("督导", ["强化教育督导，推动责任落实", "发挥督导作用"], ["督政督学并重", "整改问题"], """
责任督学挂牌全覆盖，{16-40}名责任督学每月到校不少于一次，全年提交督导报告{190-420}份。
接受省、市义务教育均衡发展复查，专家组对我县的档案资料和现场情况给予了较好的评价。
反馈问题{17-46}个，已整改到位{15-17}个，正在整改的都列出了清单。
对{9-19}个乡镇人民政府履行教育职责情况进行评价，结果抄送县委组织部。
督导中发现，个别学校课程开得不齐，把音乐课、体育课改成了语文课、数学课。
开展了春秋两季开学专项督导，重点查看收费、用书、食堂、宿舍四个方面。
""")
bank("体艺", ["坚持五育并举，促进学生全面发展", "体育艺术工作有声有色"], ["阳光体育", "艺术普及", "近视防控"], """
保证学生每天一小时校园体育活动，大课间跑操、跳绳、打陀螺，操场上热闹得很。
第{9-21}届中小学生田径运动会有{26-60}支代表队、{600-1500}名运动员参加，打破县纪录{3-11}项。
学生体质健康抽测合格率{90-96%}，优良率{31-47%}，肺活量和引体向上两项还比较弱。
每所学校至少有一支合唱队和一个书画社，六一期间举办了全县艺术展演。
筛查视力{9000-26000}人，近视率比上年下降{1-2}.{1-9}个百分点，小学阶段降幅最为明显。
把本地的山歌、竹竿舞编进校本教材，请民间艺人进校园手把手地教。
劳动教育基地种上了油菜和红薯，收获以后送到食堂，孩子们吃起来格外香。
""")
bank("党建", ["以党建为引领，凝聚教育发展合力", "全面加强教育系统党的建设"], ["理论武装", "作风建设"], """
召开党组理论学习中心组学习会{9-16}次，班子成员到联系点讲党课{12-30}场。
全系统{40-96}个党支部按期换届，新发展党员{18-55}名，其中一线教师占七成以上。
严格执行中央八项规定精神，“三公”经费同比下降{5-18%}。
开展“我为群众办实事”活动，收集意见{90-260}条，办结{80-89}条。
对招生、基建、采购等重点岗位进行廉政谈话{60-140}人次，约谈提醒{5-16}人次。
机关干部下沉到帮扶村，帮助群众收割晾晒，销售蜂蜜、核桃等农产品{8-40}万元。
""")
bank("招考", ["规范招生考试，维护教育公平"], ["阳光招生", "平安考试"], """
组织高考、中考、自学考试等各类考试{6-12}次，参考考生{6800-15400}人次，没有出现一起责任事故。
义务教育阶段实行免试就近入学，入学办法、片区划分、录取名单都在网上公开。
进城务工人员随迁子女凭居住证即可报名，今年共安排{240-860}人，全部进入公办学校。
起始年级一律采用电脑随机派位分班，邀请家长代表和纪检人员现场监督。
考点安装了身份核验设备和信号屏蔽系统，监控录像保存半年以上。
对群众反映的择校问题，做到有问必答，接听咨询电话{600-1900}个。
""")
bank("信息", ["推进教育信息化建设"], ["夯实基础", "深化应用"], """
全县学校宽带接入率达到百分之百，带宽普遍提升到{100-500}兆，班班都有多媒体设备。
“专递课堂”把县城学校的音乐课、英语课送到了{11-39}个教学点，孩子们隔着屏幕一起唱歌。
举办信息技术应用能力培训{5-13}期，五十岁以上的教师也学会了用手机批改作业。
设备重建设轻使用的问题依然存在，有的白板一学期只开过几次，落了厚厚一层灰。
建成县级教育资源平台，上传本地教师录制的课例{420-1500}节，累计点播{6-29}万次。
""")
bank("计划", ["{z}年工作打算", "下一步工作计划"], ["工作思路", "重点任务"], """
{z}年，我们将紧紧围绕办好人民满意教育这一目标，突出重点、补齐短板、狠抓落实。
力争小学、初中巩固率分别保持在{98-99%}和{97-98%}以上，劝返学生不再流失。
计划新建公办幼儿园{2-6}所，新增学位{360-1200}个，进一步缓解入园压力。
继续实施校长能力提升工程，分三批组织全县校长到先进地区挂职学习。
把教育质量提升作为中心任务，制定三年行动方案，每年解决两到三个突出问题。
加大经费争取力度，确保教育投入做到“两个只增不减”。
盯住群众最关心的上学难、停车难、吃饭难，办几件看得见、摸得着的实事。
健全学校安全风险防控机制，把责任落实到每一栋楼、每一间教室、每一张床。
""")
bank("问题", ["存在的困难和问题", "存在问题及原因分析"], ["主要问题"], """
回顾一年来的工作，我们也清醒地看到，离上级的要求和群众的期盼还有不小的差距。
教师队伍结构不合理，老的老、小的小，中间年龄段的骨干力量偏少。
部分学校公用经费紧张，水电费、维修费开支大，校长常常为几千块钱犯愁。
留守儿童占在校学生的{28-46%}，隔代抚养普遍，家庭教育跟不上。
少数干部习惯于坐在办公室里打电话、要报表，下去看得少、听得少。
农村学校空了、城区学校挤了，这一矛盾在短期内恐怕难以根本扭转。
""")
# ----- school topics
bank("班级", ["班级管理工作", "班级常规与班风建设"], ["抓好常规", "家校联系"], """
这学期我担任四（{1-4}）班的班主任，全班{38-56}名学生，其中留守儿童{9-24}人。
开学第一天，我没有急着讲纪律，而是让每个孩子写下自己最想改掉的一个小毛病。
班里实行值日班长制，人人有事做、事事有人管，连窗台上的花都有专人浇水。
对几个调皮的孩子，我多找闪光点，少当众批评，一个学期下来，他们的进步让我惊喜。
利用晚饭后的时间，我走访了{16-40}个学生的家，最远的一户要翻过两道山梁。
家长会上，我把每个孩子的作文本、图画本摆在桌上，让家长先看再谈。
小杰的父母在外打工，他常常不交作业，我每天中午陪他写十分钟，慢慢地他也跟上来了。
班级卫生评比得了{5-12}次流动红旗，运动会上接力赛还拿了年级第二名。
教育孩子急不得，有时候一句轻轻的提醒比一顿训斥管用得多。
""")
bank("教学", ["教学工作", "立足课堂，提高教学质量"], ["认真备课", "精讲多练", "分层辅导"], """
本学期共上课{86-180}节，听课{20-42}节，写教学反思{12-30}篇。
备课时我先自己读三遍课文，再看参考书，尽量想一想学生会在哪里卡住。
课堂上坚持精讲多练，能让学生说的教师不说，能让学生做的教师不做。
期末检测全班平均分{76-89}.{1-9}分，及格率{90-98%}，比期中有所提高。
作业分为必做和选做两部分，基础薄弱的学生可以只做前面五题，但要求书写工整。
计算题错得多，主要是进位和退位出了问题，我每天课前拿出三分钟做口算接力。
写作一直是学生的弱项，我从写一句话、写一件小事入手，把好的片段念给全班听。
后进生的辅导不能只靠放学留下来，更要在课堂上多给他们举手的机会。
在校内公开课上，我执教了《赵州桥》一课，同事们提出了{5-11}条中肯的意见。
""")
bank("教研", ["教研组活动", "扎实开展校本教研"], ["集体备课", "师徒结对"], """
教研组每周三下午活动，做到时间、地点、主题、发言人四落实。
本学期组内开展了“同课异构”{3-8}次，老教师讲方法，年轻教师讲创意，各有所长。
申报的校级小课题《农村小学生口算习惯的培养》顺利结题，整理出案例{12-30}个。
三位新教师拜了师傅，每周互听一节课，听完以后坐下来谈上半个小时。
组织了计算能力、阅读理解、硬笔书法三项比赛，参赛学生{180-520}人。
教研活动有时流于形式，大家怕得罪人，评课只说优点不说缺点，今后要敢讲真话。
我们把常见错题按单元收集成册，复习的时候拿出来用，省时又管用。
""")
bank("德育", ["德育工作", "立德树人，做实做细德育工作"], ["主题教育", "养成教育"], """
每周一的升旗仪式由各班轮流主持，国旗下讲话的主题提前两周确定。
清明节组织五、六年级学生到烈士陵园扫墓，听老人讲当年的故事。
开展“弯弯腰”行动，见到纸屑随手捡起来，一个月以后校园里几乎看不到垃圾。
心理辅导室每天中午开放，全学期接待来访学生{46-130}人次，建立档案{20-60}份。
少先队大队部组织了红领巾广播站，稿件由学生自己写、自己播，共播出{40-90}期。
学校与村委会一起办了{2-6}期家长学校，讲怎样陪孩子读书、怎样管住手机。
期末评出“诚实之星”“勤劳之星”“孝敬之星”共{60-160}名，照片贴在一楼走廊。
""")
bank("校安", ["安全与后勤工作", "做好安全卫生和后勤保障"], ["安全工作", "后勤保障"], """
学校成立了以校长为组长的安全工作领导小组，层层签订责任书{60-140}份。
每天早上七点二十分，值周教师准时站到校门口和路口，护送学生过马路。
本学期进行了地震、消防、防踩踏演练各一次，全校{620-2100}名师生无一受伤。
食堂新换了防滑地砖和排烟罩，饭菜每周公布一次菜谱，星期四加一个鸡蛋。
更换老化电线{120-480}米、灯管{60-210}根，修理课桌椅{80-260}套。
冬季长跑开始之前，校医对全体学生进行了身体状况登记，不适合跑步的另行安排。
宿舍实行夜间两次查铺制度，生活老师住在楼道口，孩子发烧能够第一时间送医。
""")
bank("校计", ["今后努力的方向", "下学期工作设想"], ["努力方向"], """
下学期，我打算多读几本教育方面的书，每月至少写一篇像样的随笔。
新学期要把阅读放在更重要的位置，争取每个班都有一个像样的图书角。
继续完善各项制度，用制度管人，用感情留人，让老师们安心教书。
加强与兄弟学校的联系，请进来、走出去，取人之长、补己之短。
成绩属于过去，摆在面前的困难还很多，只有踏踏实实地做，才能对得起家长的信任。
计划把校门口的荒坡平整出来，给孩子们建一个小小的种植园。
""")

# ----- general sentences that lengthen the paragraphs of the long documents
GENERAL = {"gov": """
这项工作得到了县委、县政府的高度重视，主要领导多次过问，分管领导每季度召开一次协调会。
在人员少、任务重的情况下，股室同志加班加点，没有一个人叫苦叫累。
为了避免一阵风、走过场，我们把检查结果同学校年终考核、校长绩效直接挂钩。
从群众的反映来看，效果是好的，但与先进县区相比仍有不小的距离。
对工作滞后的学校，由局领导带队驻点帮扶，问题不解决不撤回。
有关做法先后被市级简报刊发两次，周边几个县也派人前来交流。
各校结合自身特点创造了不少好办法，我们及时加以总结并在全县推广。
需要说明的是，以上数据均以年末报表为准，个别数字可能与前期上报的略有出入。
乡镇、村组和学校三方配合越来越默契，过去推诿扯皮的现象明显减少。
我们先后制定和修订了七项制度，从源头上堵住漏洞，使各个环节都有章可循。
由于山高路远，一些教学点每逢雨季就断路，给日常管理带来了额外的困难。
坚持少发文、少开会、多跑路，能现场解决的问题绝不带回办公室。
这些成绩的取得，离不开广大教职工的辛勤付出，也离不开社会各界的理解与支持。
对排查出来的问题，逐条明确牵头领导、责任股室和完成时限，办结一条销号一条。
经费方面，县财政在十分困难的情况下给予了优先安排，有力保障了各项工作的开展。
实践证明，只要思想重视、方法得当，再难的工作也能找到突破口。
下乡的同志带着干粮进寨子，一家一家地讲政策，嗓子哑了也不肯歇。
我们还充分利用广播、标语、微信群、家长会等多种渠道广泛宣传，做到家喻户晓。
""", "school": """
说到底，办法都是逼出来的，做着做着就有了经验。
家长们看到孩子的变化，也渐渐愿意抽出时间到学校来坐一坐、聊一聊。
当然，这中间也走过一些弯路，好在大家及时商量、及时改正。
学校领导经常深入班级和办公室，了解情况，帮助我们解决实际困难。
同事之间互相帮衬，谁家里有事，别的老师二话不说就把课顶上。
这些点点滴滴看似平常，日积月累，就成了孩子们身上看得见的进步。
有几次我也曾灰心，可一看到那一双双明亮的眼睛，又觉得什么都值得。
条件虽然简陋，但大家热情很高，土办法也能派上大用场。
检查记录一律当天公布，表扬写名字，批评只讲事，老师们都能接受。
不足之处在于计划性还不够强，往往忙起来就顾此失彼。
期末问卷显示，绝大多数学生表示喜欢这样的安排，也提出了一些有意思的建议。
我们没有现成的经验可以照搬，只能一边摸索一边改进。
各处室分工明确、配合密切，遇到问题在每周的行政例会上当面说清楚。
这件事给我的触动很大，也让我重新思考怎样做一名合格的教师。
活动结束以后，学生们意犹未尽，纷纷把自己的感受写进了日记。
今后还要多听听学生的意见，他们的眼睛最亮，心里也最清楚。
"""}
for _k in GENERAL:
    BANK["_" + _k] = [l for l in GENERAL[_k].strip().split("\n")]

GOV_INTRO = [
 "{y}年，在县委、县政府的正确领导和上级教育主管部门的关心指导下，{b}认真贯彻党的教育方针，较好地完成了年初确定的各项任务。现将有关情况总结如下：",
 "一年来，{b}紧扣全县教育发展大局，突出问题导向，狠抓工作落实，各项工作取得了新的进展。现将主要工作报告如下。",
 "根据上级统一部署，{b}结合{c}实际，精心组织、周密安排，扎实推进各项工作，收到了较好的效果，总结如下：",
 "今年以来，我县教育工作坚持“保基本、补短板、促公平、提质量”的思路，迈出了比较坚实的步伐。",
 "按照《关于做好{y}年教育重点工作的通知》要求，现将{c}本年度工作开展情况汇报如下。",
]
SCH_INTRO = [
 "时光匆匆，一个学期的工作即将结束。回想起来，有收获也有遗憾，现小结如下，请各位领导和同事指正。",
 "本学期，{s}在上级主管部门的领导下，全体教职员工团结一心，围绕学期初制定的计划开展工作，现总结如下：",
 "转眼间又到了学期末，翻开这几个月的工作记录，一件件、一桩桩都还在眼前。",
 "{s}本学期以“夯实常规、提高质量、办出特色”为目标，各方面工作有序推进。现将情况总结如下。",
]
GOV_CLOSE = [
 "以上总结，如有不妥，请批评指正。",
 "新的一年任务艰巨、责任重大，我们将以更加饱满的热情、更加务实的作风，努力开创全县教育工作新局面。",
 "特此报告。",
 "总之，教育是一项慢的事业，急不得也等不得，我们将一步一个脚印地走下去。",
]
SCH_CLOSE = [
 "以上是我本学期的工作总结，不足之处，敬请批评。",
 "路还很长，我们愿意和孩子们一起慢慢地走、好好地走。",
 "回顾过去，倍感充实；展望未来，信心满怀。",
 "教书育人没有终点，只有一个又一个新的起点。",
]
LEADS = [["一是提高认识。", "二是完善制度。", "三是狠抓落实。", "四是强化监督。"],
         ["1.组织领导到位。", "2.宣传发动到位。", "3.责任落实到位。", "4.督促检查到位。"],
         ["（1）摸底排查。", "（2）建立台账。", "（3）对账销号。", "（4）总结回头看。"]]
SCH_LEADS = [["一、思想上不放松。", "二、业务上勤钻研。", "三、生活上多关心。", "四、安全上常提醒。"],
             ["1.抓常规。", "2.抓细节。", "3.抓反馈。", "4.抓评比。"],
             ["首先，", "其次，", "再次，", "最后，"]]
CAPTIONS = ["图为局领导深入{p}检查食堂后厨", "孩子们在新建的操场上做大课间操", "图：教师冒雨走访学生家庭",
            "应急疏散演练现场　　（办公室供图）", "▲送教上门的老师正在给孩子讲故事", "课后服务竹编社团的同学展示作品",
            "图1 片区联合教研活动现场", "图为师德承诺签名仪式"]
PLACES = ["柳树坪小学", "青竹坪镇中心小学", "望榆中学", "石榴湾小学", "沙坝口教学点", "云岭九年一贯制学校", "桂荷镇中心学校", "槐荫初级中学"]
TOWNS = ["城关镇", "青竹坪镇", "桂荷镇", "槐荫镇", "沙坝乡", "云岭乡", "石榴湾镇"]

NEWS = """{c}教育局召开新学期工作部署会
我县{n}名教师获市级表彰
关于做好{y}年中小学寒假工作的通知
{c}举办中小学生经典诵读比赛
教育局到{p}开展安全检查
关于公布{y}年幼儿园年检结果的公告
{c}{y}年义务教育学校招生工作方案
市教育局调研组到我县调研职业教育
{p}开展消防应急演练
{c}教育系统召开警示教育大会
“书香校园”评选活动圆满结束
{p}举行秋季田径运动会
关于{y}年教师资格认定的通告
县领导节前看望慰问困难教师
{c}教育局部门预算公开
{p}喜获市级文明校园称号
关于表彰优秀班主任的决定
我县全面完成普通话水平测试工作
送教下乡走进{p}
{c}{y}年特岗教师招聘公告
学生资助政策问答
{p}开展国家宪法日宣传活动
教育局党组召开民主生活会
青年教师基本功大赛落下帷幕
{p}家长开放日活动侧记
关于进一步规范中小学办学行为的意见
{c}中考成绩查询方式公布
暑期防溺水致家长的一封信
校园足球联赛开幕
{p}举行“六一”文艺汇演""".split("\n")

LONGNEWS = """{d}，{c}教育局组织全县{n}所中小学校长到{p}现场观摩校园文化建设，与会人员边走边看、边看边议，对该校利用废旧材料布置走廊的做法给予了充分肯定，并就下一阶段工作提出了具体要求。
为进一步提高食堂从业人员的操作水平，{p}于{d}邀请县市场监管局工作人员到校授课，围绕索证索票、餐具消毒、食品留样等内容进行了讲解，全校{n}名食堂工作人员参加了培训并通过了现场测试。
{d}下午，{p}全体师生在操场集会，隆重举行读书节启动仪式。校长在致辞中回顾了往届读书节的盛况，希望同学们多读书、读好书、善读书，让阅读成为一种习惯，仪式结束后各班代表领取了新书。
近日，从市里传来喜讯，在刚刚结束的全市中小学生科技创新大赛中，{p}选送的{n}件作品全部获奖，其中一件太阳能浇灌装置获得一等奖，指导教师同时获评优秀辅导员。
{d}，县关心下一代工作委员会的老同志一行{n}人来到{p}，为留守儿童送去了书包、文具和棉衣，并同孩子们座谈，鼓励他们克服困难、努力学习，长大以后做对社会有用的人。
为丰富教职工的业余生活，{p}工会于{d}举办了趣味运动会，拔河、踢毽子、定点投篮等项目吸引了{n}名教职工参加，赛场上笑声不断、加油声此起彼伏，充分展示了教师团队的凝聚力。
日前，{c}教育局印发通知，要求各校切实做好冬季取暖安全工作，严禁在教室和宿舍使用明火取暖，每晚安排专人巡查，发现问题立即处理并上报，确保{n}名寄宿学生温暖过冬。
{d}至次日，{p}承办了片区数学课堂教学研讨会，来自七所学校的{n}名教师参加活动，四位青年教师先后执教研讨课，随后的评课环节气氛热烈，大家畅所欲言，收获很大。""".split("\n")

def fill(s, ctx, rng):
    def rep(m):
        a, b, pct = m.group(1), m.group(2), m.group(3)
        a, b = int(a), int(b)
        if pct:
            v = rng.randint(a, b)
            return "%d.%02d%%" % (min(v, 99), rng.randint(11, 96))
        return str(rng.randint(a, b))
    s = re.sub(r"\{(\d+)-(\d+)(%?)\}", rep, s)
    for k in ("c", "b", "s"):
        s = s.replace("{%s}" % k, ctx[k])
    s = s.replace("{y}", str(ctx["y"])).replace("{z}", str(ctx["y"] + 1))
    if ctx["c"].endswith("区"):
        for a, b in (("我县", "我区"), ("全县", "全区"), ("县委、县政府", "区委、区政府"), ("县里", "区里"), ("县财政", "区财政")):
            s = s.replace(a, b)
    while "{p}" in s:
        s = s.replace("{p}", rng.choice(PLACES), 1)
    while "{n}" in s:
        s = s.replace("{n}", str(rng.randint(6, 98)), 1)
    while "{d}" in s:
        s = s.replace("{d}", "%d月%d日" % (rng.randint(3, 12), rng.randint(1, 28)), 1)
    return s

NUM = "一二三四五六七八九十"

class Doc:
    def __init__(self, **kw):
        self.__dict__.update(kw)
    def truth(self):
        out = []
        for b in self.blocks:
            if b[0] == "table":
                out += ["\t".join(r) for r in b[1]]
            elif b[0] == "img":
                if b[2]:
                    out.append(b[2])
            else:
                out.append(b[1])
        return out

USED = {}

class Maker:
    """Draws sentences, least used first, so that texts repeat seldom."""
    def __init__(self, ctx, rng):
        self.ctx, self.rng, self.mine = ctx, rng, set()
    def sent(self, topic):
        pool = [s for s in BANK[topic] if s not in self.mine] or BANK[topic]
        low = min(USED.get(s, 0) for s in pool)
        s = self.rng.choice([x for x in pool if USED.get(x, 0) == low])
        USED[s] = USED.get(s, 0) + 1
        self.mine.add(s)
        return fill(s, self.ctx, self.rng)
    def left(self, topic):
        return len([s for s in BANK[topic] if s not in self.mine])
    def para(self, topic, n):
        return "".join(self.sent(topic) for _ in range(min(n, max(1, self.left(topic)))))

def build(name, length, spec, ctx):
    """spec: dict(title, topics, opts)"""
    rng = random.Random("pages-a/%s-%s" % (name, length))
    mk = Maker(ctx, rng)
    school = ctx["kind"] == "school"
    intro = lambda: fill(rng.choice(SCH_INTRO if school else GOV_INTRO), ctx, rng)
    close = lambda: rng.choice(SCH_CLOSE if school else GOV_CLOSE)
    leads = rng.choice(SCH_LEADS if school else LEADS)
    o = spec.get("opts", "")
    T = spec["topics"]
    bl = []
    if length == "short":
        if "intro" in o:
            bl.append(("p", intro()))
        n = 2 if "two" in o or "intro" in o else 3
        for i in range(n):
            bl.append(("p", mk.para(T[i % len(T)], 1 if "tiny" in o else rng.choice([1, 2, 2]))))
    elif length == "medium":
        bl.append(("p", intro()))
        if "head" in o:
            for i, t in enumerate(T[:3]):
                bl.append(("h", NUM[i] + "、" + fill(rng.choice(HEAD[t]), ctx, rng)))
                bl.append(("p", mk.para(t, 2)))
        else:
            for i in range(4):
                t = T[i % len(T)]
                bl.append(("p", (leads[i] if "lead" in o else "") + mk.para(t, rng.choice([1, 2, 3]))))
        if "close" in o:
            bl.append(("p", close()))
    else:
        bl.append(("p", intro()))
        for i, t in enumerate(T):
            bl.append(("h", NUM[i] + "、" + fill(rng.choice(HEAD[t]), ctx, rng)))
            if "sub" in o and len(SUB[t]) > 1 and i < 2:
                for j, sname in enumerate(SUB[t][:2]):
                    bl.append(("h2", "（%s）%s" % (NUM[j], sname)))
                    bl.append(("p", mk.para(t, 2)))
            else:
                k = 3 if len(T) <= 4 else 2
                for j in range(k):
                    lead = leads[j] if "lead" in o and i == 1 and not leads[0].startswith("一、") else ""
                    bl.append(("p", lead + mk.para(t, rng.choice([1, 2, 2, 3]))))
        if "close" in o:
            bl.append(("p", close()))
    if length == "long":
        gk = "_school" if school else "_gov"
        for i, x in enumerate(bl):
            if x[0] == "p" and 0 < i and len(x[1]) > 30 and x[1] not in SCH_CLOSE + GOV_CLOSE and mk.left(gk) and rng.random() < 0.7:
                bl[i] = ("p", x[1] + mk.sent(gk))
    # images / tables go after the first ordinary paragraphs
    if "img" in o:
        pos = 2 if len(bl) > 3 else 1
        bl.insert(pos, ("img", "pic%d.jpg" % rng.randint(100, 999), fill(rng.choice(CAPTIONS), ctx, rng)))
    if "noc" in o:   # picture without a caption
        bl.insert(1, ("img", "pic%d.jpg" % rng.randint(100, 999), ""))
    if "table" in o:
        rows = make_table(rng, {"short": 3, "medium": 4, "long": 7}[length], school, name)
        bl[len(bl) // 2 + 1:len(bl) // 2 + 1] = [("p", spec.get("tabcap", "具体情况见下表：")), ("table", rows)]
    if "list" in o:
        items = [fill(s, ctx, rng) for s in rng.sample(["坚持每日晨检并做好登记", "每周公布一次食堂菜谱", "每月召开一次家长委员会会议", "每学期评选一次文明班级", "每年更新一批图书"], 3)]
        at = len(bl) - 1 if length != "short" else len(bl)
        bl[at:at] = [("li", x) for x in items]
    if "att" in o:
        a = spec["att"]
        for i, x in enumerate(a):
            bl.append(("att", ("附件：" if i == 0 else "") + ("%d.%s" % (i + 1, x) if len(a) > 1 else x)))
    if "contact" in o:
        bl.append(("p", "联系人：%s，联系电话：0%d-%d。" % (rng.choice(["周老师", "罗老师", "覃老师"]), rng.randint(810, 899), rng.randint(3200000, 8799999))))
    if "sig" in o:
        bl.append(("sig", spec.get("signer", ctx["s"] if school else ctx["b"])))
        bl.append(("sig", spec["sigdate"]))
    pub = spec.get("pub")
    def news(n, lo=False):
        pool = LONGNEWS if lo else NEWS
        return [fill(x, ctx, rng) for x in rng.sample(pool, min(n, len(pool)))]
    return Doc(name=name, length=length, title=spec["title"], subtitle=spec.get("sub"),
               published=pub, source=spec.get("source", ""), author=spec.get("author", ""),
               blocks=bl, rng=rng, news=news, clicks=str(rng.randint(12, 2980)),
               c=ctx["c"], b=ctx["b"], s=ctx["s"], spec=spec,
               id=str(rng.randint(10000, 99999)))

def make_table(rng, n, school, name):
    if school:
        rows = [["班级" if name == "school-datatable" else "年级", "学生数", "平均分", "及格率", "任课教师"]]
        for g in (["七（1）班", "七（2）班", "七（3）班", "八（1）班", "八（2）班", "九（1）班", "九（2）班"] if name == "school-datatable" else ["一年级", "二年级", "三年级", "四年级", "五年级", "六年级", "附设学前班"])[:n]:
            rows.append([g, str(rng.randint(30, 210)), "%.1f" % rng.uniform(71, 93), "%.2f%%" % rng.uniform(82, 99.5), rng.choice(["李春晓", "覃玉兰", "周大川", "罗文清", "韦小满"])])
    else:
        rows = [["乡镇", "在校生（人）", "巩固率", "劝返人数"]]
        tot = r = 0
        for g in TOWNS[:n]:
            a, d = rng.randint(600, 4300), rng.randint(0, 9)
            tot += a; r += d
            rows.append([g, str(a), "%.2f%%" % rng.uniform(96, 99.9), str(d)])
        rows.append(["合计", str(tot), "%.2f%%" % rng.uniform(97, 99.5), str(r)])
    return rows

# ---------------------------------------------------------------- encoding
def esc(s):
    return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

NAMED = {"“": "&ldquo;", "”": "&rdquo;", "—": "&mdash;", "…": "&hellip;", "·": "&middot;", "《": "&#12298;", "》": "&#12299;"}

def ent(s, rng=None, rate=0.0, hexa=False):
    out = []
    for ch in s:
        if ch in "&<>":
            out.append(esc(ch))
        elif ch in NAMED and rng is not None:
            out.append(NAMED[ch])
        elif rng is not None and "\u4e00" <= ch <= "\u9fff" and rng.random() < rate:
            out.append(("&#x%X;" % ord(ch)) if hexa else "&#%d;" % ord(ch))
        else:
            out.append(ch)
    return "".join(out)

def lead_split(t):
    m = re.match(r"^((?:[一二三四]是|[1-4]\.|（\d）|[一二三四]、)[^。]{2,12}。)(.+)$", t)
    return (m.group(1), m.group(2)) if m else ("", t)

def T(tmpl, **kw):
    for k, v in kw.items():
        tmpl = tmpl.replace("@@%s@@" % k, v)
    assert "@@" not in tmpl, re.findall(r"@@\w*@@", tmpl)
    return tmpl.lstrip("\n")

def cn(d, pad=False):
    y, m, dd = d.split("-")
    return "%s年%s月%s日" % ((y, m, dd) if pad else (y, int(m), int(dd)))

def loose(d, sep="-"):
    y, m, dd = d.split("-")
    return sep.join([y, str(int(m)), str(int(dd))])

# ================================================================ layouts
# ---- G1: county site about 2008, nested tables, upper-case tags, gb2312
def gov_table2008(d):
    r = d.rng
    body = []
    for b in d.blocks:
        if b[0] in ("h", "h2"):
            body.append('<P style="TEXT-INDENT: 2em; LINE-HEIGHT: 150%%"><STRONG><FONT face=黑体>　　%s</FONT></STRONG></P>' % ent(b[1]))
        elif b[0] == "p":
            lead, rest = lead_split(b[1])
            lead = "<B>%s</B>" % ent(lead) if lead else ""
            body.append('<P style="LINE-HEIGHT: 150%%"><FONT size=3>　　%s%s</FONT></P>' % (lead, ent(rest)))
        elif b[0] == "sig":
            body.append('<P align=right style="LINE-HEIGHT: 150%%"><FONT size=3>%s　　</FONT></P>' % ent(b[1]))
        elif b[0] == "img":
            body.append('<P align=center><IMG height=300 src="../upfiles/%s" width=400 border=0><BR><FONT color=#666666>%s</FONT></P>' % (b[1], ent(b[2])))
        elif b[0] == "att":
            body.append('<P><FONT size=3>　　<A href="../upfiles/%s.doc" target=_blank>%s</A></FONT></P>' % (d.id, ent(b[1])))
    body.append("<P>&nbsp;</P>")
    menu = "".join('<TD class=menu align=middle width=78 background=../images/nav_bg.gif><A class=menu href="../%s/index.asp">%s</A></TD>\n<TD width=2><IMG src="../images/nav_line.gif"></TD>\n' % (u, t) for u, t in
        [("", "首　页"), ("jgsz", "机构设置"), ("zwgk", "政务公开"), ("jyxw", "教育新闻"), ("zcfg", "政策法规"), ("jcjy", "基础教育"), ("zyjy", "职成教育"), ("jyky", "教研天地"), ("zsks", "招生考试"), ("bgxz", "表格下载"), ("jzxx", "局长信箱")])
    hot = "".join('<TR><TD height=22 class=list><IMG src="../images/dot.gif" align=absMiddle> <A href="show.asp?id=%d" title="%s">%s</A></TD></TR>\n' % (r.randint(100, 4999), ent(n), ent(n[:13]) + ("..." if len(n) > 13 else "")) for n in d.news(10))
    rel = "".join('<TR><TD class=list height=20>·<A href="show.asp?id=%d">%s</A>　<FONT color=#999999>(%d-%d)</FONT></TD></TR>' % (r.randint(100, 4999), ent(n), r.randint(1, 12), r.randint(1, 28)) for n in d.news(5))
    return T('''
<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<HTML><HEAD><TITLE>@@TITLE@@ - 青岩县教育信息网</TITLE>
<META http-equiv=Content-Type content="text/html; charset=gb2312">
<META content="青岩县,教育局,教育信息网,青岩教育" name=keywords>
<LINK href="../css/style.css" type=text/css rel=stylesheet>
<STYLE type=text/css>
BODY { MARGIN: 0px; FONT-SIZE: 12px }
.title { FONT-WEIGHT: bold; FONT-SIZE: 20px; COLOR: #cc0000; FONT-FAMILY: 黑体 }
.menu { COLOR: #ffffff; TEXT-DECORATION: none }
</STYLE>
<SCRIPT language=javascript>
<!--
function doZoom(size){ document.getElementById('zoom').style.fontSize=size+'px'; }
var today=new Date(); var week="日一二三四五六";
//-->
</SCRIPT>
<META content="MSHTML 6.00.2900.3243" name=GENERATOR></HEAD>
<BODY bgColor=#ffffff leftMargin=0 topMargin=0>
<TABLE cellSpacing=0 cellPadding=0 width=1000 align=center border=0>
<TR><TD><OBJECT codeBase=http://download.example/swflash.cab height=150 width=1000 classid=clsid:D27CDB6E-AE6D-11cf-96B8-444553540000><PARAM NAME="movie" VALUE="../images/top.swf"><EMBED src="../images/top.swf" width=1000 height=150></EMBED></OBJECT></TD></TR>
</TABLE>
<TABLE cellSpacing=0 cellPadding=0 width=1000 align=center border=0 height=30>
<TR>
@@MENU@@</TR></TABLE>
<TABLE cellSpacing=0 cellPadding=0 width=1000 align=center border=0><TR>
<TD width=260 height=26>&nbsp;<SCRIPT>document.write("今天是"+today.getFullYear()+"年"+(today.getMonth()+1)+"月"+today.getDate()+"日 星期"+week.charAt(today.getDay()));</SCRIPT></TD>
<TD><MARQUEE scrollAmount=3 onmouseover=this.stop() onmouseout=this.start()>热烈欢迎访问青岩县教育信息网！ 政风行风热线电话：0877-2213340，欢迎社会各界对我县教育工作提出宝贵意见和建议。</MARQUEE></TD>
<FORM name=search action=../search.asp method=post><TD align=right><INPUT size=14 name=keyword> <SELECT name=lx><OPTION value=1 selected>按标题</OPTION><OPTION value=2>按内容</OPTION></SELECT> <INPUT type=submit value=搜索></TD></FORM></TR></TABLE>
<TABLE cellSpacing=0 cellPadding=0 width=1000 align=center border=0>
<TR>
<TD vAlign=top width=220 bgColor=#f3f8fd>
 <TABLE cellSpacing=0 cellPadding=0 width=210 align=center border=0>
 <TR><TD height=28 background=../images/l_bt.gif><B>&nbsp;&nbsp;&nbsp;&nbsp;热点文章</B></TD></TR>
 @@HOT@@
 <TR><TD height=28 background=../images/l_bt.gif><B>&nbsp;&nbsp;&nbsp;&nbsp;网上调查</B></TD></TR>
 <FORM action=../vote.asp><TR><TD class=list>您对我县教育收费情况是否满意？<BR><INPUT type=radio name=v value=1>满意<BR><INPUT type=radio name=v value=2>基本满意<BR><INPUT type=radio name=v value=3>不满意<BR><INPUT type=submit value=投票> <INPUT type=button value=查看></TD></TR></FORM>
 </TABLE>
</TD>
<TD vAlign=top width=780>
 <TABLE cellSpacing=0 cellPadding=0 width=760 align=center border=0>
 <TR><TD height=28 background=../images/r_bt.gif>&nbsp;您现在的位置：<A href="../index.asp">首页</A> &gt;&gt; <A href="index.asp">政务公开</A> &gt;&gt; <A href="list.asp?lm=12">工作总结</A> &gt;&gt; 正文</TD></TR>
 <TR><TD class=title align=middle height=60>@@TITLE@@</TD></TR>@@SUB@@
 <TR><TD align=middle bgColor=#f0f0f0 height=24>发布日期：@@DATE@@　　来源：@@SRC@@　　阅读：@@CLICK@@ 次　　【字体：<A href="javascript:doZoom(16)">大</A> <A href="javascript:doZoom(14)">中</A> <A href="javascript:doZoom(12)">小</A>】</TD></TR>
 <TR><TD class=content id=zoom style="PADDING: 10px">
@@BODY@@
 </TD></TR>
 <TR><TD align=right height=30>【<A href="javascript:window.print()">打印本页</A>】【<A href="#top">返回顶部</A>】【<A href="javascript:window.close()">关闭窗口</A>】</TD></TR>
 <TR><TD>
  <TABLE cellSpacing=0 cellPadding=0 width="100%" border=0><TR><TD height=24 bgColor=#e6f0fa><B>相关文章</B></TD></TR>
  @@REL@@</TABLE>
 </TD></TR></TABLE>
</TD></TR></TABLE>
<TABLE cellSpacing=0 cellPadding=0 width=1000 align=center border=0>
<TR><TD align=middle height=30 bgColor=#dceaf7>友情链接：<SELECT onchange="window.open(this.options[this.selectedIndex].value)"><OPTION>---国家及省级教育网站---</OPTION><OPTION value=http://a.example>教育部</OPTION><OPTION value=http://b.example>省教育厅</OPTION></SELECT> <SELECT><OPTION>---县内学校网站---</OPTION><OPTION>青岩县第一中学</OPTION><OPTION>青岩县第二中学</OPTION><OPTION>青岩县职业高级中学</OPTION><OPTION>青岩县实验小学</OPTION></SELECT></TD></TR>
<TR><TD align=middle height=70>版权所有：青岩县教育局　　技术支持：青岩县电教馆<BR>地址：青岩县城关镇文教路18号　邮编：651900　电话：0877-2213340<BR>滇ICP备05001234号　建议使用IE6.0以上浏览器、1024×768分辨率浏览本站</TD></TR></TABLE>
</BODY></HTML>
''', TITLE=ent(d.title), MENU=menu, HOT=hot, REL=rel, BODY="\n".join(body), DATE=loose(d.published), SRC=d.source, CLICK=d.clicks,
    SUB=('\n <TR><TD align=middle height=24><FONT color=#333399>%s</FONT></TD></TR>' % ent(d.subtitle)) if d.subtitle else "")

# ---- G2: TRS WCM
def gov_trs(d):
    r = d.rng
    body = []
    for b in d.blocks:
        t = ent(b[1], r) if isinstance(b[1], str) else ""
        if b[0] in ("h", "h2"):
            body.append('<P>　　<STRONG>%s</STRONG></P>' % t)
        elif b[0] == "p":
            lead, rest = lead_split(b[1])
            body.append('<P>　　%s%s</P>' % ("<STRONG>%s</STRONG>" % ent(lead, r) if lead else "", ent(rest, r)))
        elif b[0] == "sig":
            body.append('<P align="right" style="text-align:right">%s&nbsp;&nbsp;&nbsp;&nbsp;</P>' % t)
        elif b[0] == "img":
            body.append('<P align="center"><IMG src="./W020%s.jpg" OLDSRC="W020%s.jpg" border="0" alt="%s"></P>' % (d.id, d.id, b[1]))
            if b[2]:
                body.append('<P align="center"><SPAN style="FONT-SIZE: 12pt; COLOR: #666">%s</SPAN></P>' % ent(b[2], r))
        elif b[0] == "att":
            body.append('<P>　　<A href="./P020%s.xls" target="_blank">%s</A></P>' % (d.id, t))
        elif b[0] == "table":
            body.append('<TABLE border="1" cellspacing="0" cellpadding="0" align="center"><TBODY>' + "".join("<TR>" + "".join('<TD width="138"><P align="center">%s</P></TD>' % ent(c, r) for c in row) + "</TR>\n" for row in b[1]) + "</TBODY></TABLE>")
    nav = "".join('<li><a href="/%s/" target="_blank">%s</a><ul class="erji">%s</ul></li>\n' % (u, t, "".join('<li><a href="/%s/%s/">%s</a></li>' % (u, i, x) for i, x in enumerate(xs.split()))) for u, t, xs in
        [("jggk", "机构概况", "局领导 内设机构 直属单位 工作职责"), ("xxgk", "信息公开", "公开指南 公开目录 公开制度 依申请公开 公开年报"), ("gzdt", "工作动态", "图片新闻 教育要闻 基层快讯 通知公告"), ("bsfw", "办事服务", "教师资格 学籍管理 入学指南 办件查询"), ("hdjl", "互动交流", "局长信箱 在线访谈 民意征集 网上调查")])
    rel = "".join('<li><span>%d-%02d</span><a href="../../t20%d_%d.html" title="%s">%s</a></li>\n' % (r.randint(1, 12), r.randint(1, 28), r.randint(170101, 191231), r.randint(1000, 9999), n, n) for n in d.news(6))
    desc = next(b[1] for b in d.blocks if b[0] == "p")
    return T('''
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>@@TITLE@@_云栎县教育体育局</title>
<META name="SiteName" content="云栎县教育体育局" />
<META name="ColumnName" content="工作总结" />
<META name="ColumnType" content="信息公开" />
<META name="ArticleTitle" content="@@TITLE@@" />
<META name="PubDate" content="@@DATE@@ 10:22" />
<META name="ContentSource" content="@@SRC@@" />
<META name="Description" content="@@DESC@@" />
<link href="/images/css.css" rel="stylesheet" type="text/css" />
<script type="text/javascript" src="/images/jquery-1.8.3.min.js"></script>
</head>
<body>
<!--头部 begin-->
<div class="top"><div class="w1200"><span class="fl">云栎县人民政府门户网站群</span><span class="fr"><a href="#" onclick="SetHome(this)">设为首页</a> | <a href="#">加入收藏</a> | <a href="/wzdt/">网站地图</a> | <a href="#">无障碍浏览</a></span></div></div>
<div class="banner"><img src="/images/banner.jpg" alt="云栎县教育体育局" /></div>
<div class="nav"><ul>
<li><a href="/">首页</a></li>
@@NAV@@</ul></div>
<div class="ssk"><form action="/was5/web/search"><input type="hidden" name="channelid" value="2311" /><input type="text" name="searchword" value="请输入关键字" onfocus="this.value=''" /><input type="submit" value="检索" /></form><p>热门搜索：<a href="#">入学</a> <a href="#">教师招聘</a> <a href="#">营养餐</a></p></div>
<!--头部 end-->
<div class="w1200 xl">
<div class="dqwz">当前位置：<a href="../../../" title="首页" class="CurrChnlCls">首页</a>&nbsp;&gt;&nbsp;<a href="../../" class="CurrChnlCls">信息公开</a>&nbsp;&gt;&nbsp;<a href="../" class="CurrChnlCls">工作总结</a></div>
<!--enpproperty <articleid>@@ID@@</articleid><date>@@DATE@@ 10:22:31</date><title>@@TITLE@@</title><nodename>工作总结</nodename> /enpproperty-->
<div class="xl_con">
<h2 class="xl_bt">@@TITLE@@</h2>@@SUB@@
<div class="xl_sx"><span>@@DATECN@@ 10:22</span><span>来源：@@SRC@@</span><span>浏览次数：<script type="text/javascript">document.write('<em id="hits"></em>');</script><b id="hit">@@CLICK@@</b></span>
<span class="zt">【字号：<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a>】</span>
<span class="fx">分享到：<div class="bdsharebuttonbox" style="display:inline"><a href="#" class="bds_weixin" data-cmd="weixin" title="分享到微信">微信</a><a href="#" class="bds_tsina" data-cmd="tsina" title="分享到新浪微博">新浪微博</a><a href="#" class="bds_qzone" data-cmd="qzone">QQ空间</a></div></span></div>
<div class="xl_nr" id="xl_nr">
<!--enpcontent--><div class=TRS_Editor><style type="text/css">
.TRS_Editor P{line-height:2;font-family:宋体;font-size:12pt;margin-top:1em;margin-bottom:1em;}.TRS_Editor DIV{line-height:2;}.TRS_Editor TD{font-size:12pt;}
</style>
<div class="Custom_UnionStyle">
@@BODY@@</div></div><!--/enpcontent-->
</div>
<div style="display:none" id="qrdesc">@@DESC@@扫描二维码，用手机查看全文，随时随地了解云栎教育最新动态。</div>
<div class="ewm"><img src="/images/ewm.png" /><p>扫一扫在手机打开当前页</p></div>
<div class="xl_dy"><a href="javascript:window.print()">打印本页</a> <a href="javascript:window.close()">关闭窗口</a></div>
<div class="xgxw"><h3>相关新闻</h3><ul>
@@REL@@</ul></div>
</div></div>
<div class="foot">
<div class="yqlj">友情链接：<select onchange="if(this.value)window.open(this.value)"><option value="">-- 国家部委网站 --</option><option>教育部</option><option>国家体育总局</option></select><select><option>-- 省市教育网站 --</option><option>省教育厅</option><option>市教育局</option></select><select><option>-- 县直部门网站 --</option><option>县发改局</option><option>县财政局</option><option>县人社局</option><option>县卫健局</option></select></div>
<p>主办单位：云栎县教育体育局&nbsp;&nbsp;承办单位：云栎县教育信息中心&nbsp;&nbsp;网站标识码：5300990012</p>
<p>滇ICP备12003456号-1&nbsp;&nbsp;<img src="/images/ga.png" />滇公网安备 53099902000111号</p>
<p>地址：云栎县府前街22号&nbsp;&nbsp;联系电话：0691-5122345（工作日 8:30—17:30）</p>
</div>
<script>window._bd_share_config={"common":{"bdText":"@@TITLE@@","bdDesc":"分享自云栎教育"},"share":{}};</script>
</body>
</html>
''', TITLE=ent(d.title), NAV=nav, REL=rel, BODY="\n".join(body), DATE=d.published, DATECN=cn(d.published, True), SRC=d.source, CLICK=d.clicks, ID=d.id, DESC=esc(desc[:60]),
    SUB=('\n<h3 class="xl_fbt">%s</h3>' % ent(d.subtitle, r)) if d.subtitle else "")

# ---- G3: 政府信息公开目录 with a metadata table
def gov_xxgk(d):
    r = d.rng
    body = []
    for b in d.blocks:
        if b[0] == "h":
            body.append('<p style="text-indent:2em;line-height:2em;margin:0"><span style="font-family:黑体;font-size:21px">%s</span></p>' % ent(b[1]))
        elif b[0] == "h2":
            body.append('<p style="text-indent:2em;line-height:2em;margin:0"><span style="font-family:楷体_GB2312;font-size:21px">%s</span></p>' % ent(b[1]))
        elif b[0] == "p":
            lead, rest = lead_split(b[1])
            body.append('<p style="text-indent:2em;line-height:2em;margin:0"><span style="font-family:仿宋_GB2312;font-size:21px">%s%s</span></p>' % ("<strong>%s</strong>" % ent(lead) if lead else "", ent(rest)))
        elif b[0] == "sig":
            body.append('<p style="text-align:right;line-height:2em;margin:0;padding-right:4em"><span style="font-family:仿宋_GB2312;font-size:21px">%s</span></p>' % ent(b[1]))
        elif b[0] == "att":
            body.append('<p style="text-indent:2em;line-height:2em;margin:0"><span style="font-family:仿宋_GB2312;font-size:21px">%s</span></p>' % ent(b[1]))
        elif b[0] == "table":
            body.append('<p><br/></p><table class="table1" border="1" style="border-collapse:collapse;width:100%">\n' + "\n".join("<tr>" + "".join("<td style=\"border:1px solid #000;text-align:center\">%s</td>" % ent(c) for c in row) + "</tr>" for row in b[1]) + "\n</table><p>&nbsp;</p>")
    tree = "".join('<li><a href="javascript:void(0)" onclick="openTree(%d)"><img src="img/folder.gif"/>%s</a>%s</li>\n' % (i, t, '<ul style="display:none">' + "".join("<li><a href=\"#\">%s</a></li>" % x for x in xs.split()) + "</ul>" if xs else "") for i, (t, xs) in enumerate(
        [("政府信息公开指南", ""), ("政府信息公开制度", "法规 规章 办法"), ("法定主动公开内容", "机构职能 领导信息 政策文件 规划计划 统计数据 财政预决算"), ("规划计划", "年度计划 工作总结 专项规划"), ("人事信息", "人事任免 招考录用"), ("应急管理", "应急预案 预警信息"), ("重点领域信息公开", "义务教育 学生资助 校园安全 民办教育"), ("政府信息公开年报", ""), ("依申请公开", "")]))
    list_ = "".join('<tr><td>%d</td><td><a href="art_%d.html">%s</a></td><td>%s</td></tr>\n' % (i + 1, r.randint(1000, 9999), n, "%s-%02d-%02d" % (d.published[:4], r.randint(1, 12), r.randint(1, 28))) for i, n in enumerate(d.news(5)))
    atts = [b[1] for b in d.blocks if b[0] == "att"]
    dl = ('<div class="fjxz"><strong>附件下载</strong><a class="btn" href="/attach/%s.doc">点击下载（%dKB）</a> <a class="btn" href="/attach/%s.zip">全部打包下载</a></div>' % (d.id, r.randint(20, 900), d.id)) if atts else ""
    return T('''
<!DOCTYPE html>
<html>
<head>
<meta charset="UTF-8">
<title>白苇县教育局-政府信息公开目录</title>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/xxgk/css/xxgk_detail.css">
<style>.headInfo td{border:1px solid #9cc;padding:4px 8px}.noprint{}@media print{.noprint{display:none}}</style>
</head>
<body>
<div id="header" class="noprint"><div class="logo"><a href="/"><img src="/xxgk/img/logo.png" alt="白苇县政府信息公开专栏"></a></div>
<div class="menu"><a href="/">县政府首页</a><a href="/xxgk/">公开首页</a><a href="/xxgk/zn/">公开指南</a><a href="/xxgk/ml/">公开目录</a><a href="/xxgk/ysq/">依申请公开</a><a href="/xxgk/nb/">公开年报</a><a href="/xxgk/yj/">意见箱</a></div></div>
<div id="main">
<div id="left" class="noprint">
<div class="tit">白苇县教育局信息公开</div>
<ul class="tree">
@@TREE@@</ul>
<div class="yjx">监督电话：0739-6123456<br>电子邮箱：byxjyj@mail.example</div>
</div>
<div id="right">
<div class="place noprint">您的位置：<a href="/">首页</a> > <a href="/xxgk/">信息公开目录</a> > <a href="/xxgk/jyj/">县教育局</a> > <span>规划计划</span></div>
<table class="headInfo" width="100%" cellspacing="0">
<tbody>
<tr><td class="k"><b>索 引 号：</b></td><td>BWJ-@@ID@@/@@YEAR@@-000@@NO@@</td><td class="k"><b>主题分类：</b></td><td>科技、教育 / 教育</td></tr>
<tr><td class="k"><b>发文机构：</b></td><td>白苇县教育局</td><td class="k"><b>成文日期：</b></td><td>@@CWRQ@@</td></tr>
<tr><td class="k"><b>名　　称：</b></td><td colspan="3">@@TITLE@@</td></tr>
<tr><td class="k"><b>文　　号：</b></td><td>白教字〔@@YEAR@@〕@@NO@@号</td><td class="k"><b>发布日期：</b></td><td>@@DATE@@</td></tr>
<tr><td class="k"><b>主 题 词：</b></td><td>教育 总结 计划</td><td class="k"><b>有 效 性：</b></td><td>有效</td></tr>
</tbody>
</table>
<div class="tools noprint"><span>【字体：<a href="javascript:;">大</a>&nbsp;<a href="javascript:;">中</a>&nbsp;<a href="javascript:;">小</a>】</span><a href="javascript:print()">打印</a><a href="javascript:;" class="pdf">下载PDF</a></div>
<div class="content">
<div class="title" style="text-align:center;font-size:24px;font-weight:bold">@@TITLE@@</div>
<div id="zoomcon" class="zoom">
@@BODY@@
</div>
@@DL@@
</div>
<div class="same noprint"><div class="t2">同类信息</div><table width="100%"><thead><tr><th>序号</th><th>名称</th><th>发布日期</th></tr></thead><tbody>
@@LIST@@</tbody></table></div>
</div></div>
<div id="footer" class="noprint">主办：白苇县人民政府办公室　承办：白苇县政务服务和大数据中心<br>网站标识码：4305990003　湘ICP备09087654号　湘公网安备43059902000321号<br><a href="#">网站地图</a> | <a href="#">联系我们</a> | <a href="#">法律声明</a></div>
<script src="/xxgk/js/tree.js"></script>
</body></html>
''', TITLE=ent(d.title), TREE=tree, LIST=list_, BODY="\n".join(body), DATE=d.published, CWRQ=d.spec["cwrq"], ID=d.id, YEAR=d.published[:4], NO=str(r.randint(3, 98)), DL=dl)

# ---- G4: 大汉版通 jcms
def gov_jcms(d):
    r = d.rng
    body = []
    for b in d.blocks:
        sp = '<span style="font-size: 16px; font-family: 宋体;">%s</span>'
        nb = "&nbsp;&nbsp;&nbsp; "
        if b[0] in ("h", "h2"):
            body.append('<p style="line-height: 2em;">%s<strong>%s</strong></p>' % (nb, sp % ent(b[1], r)))
        elif b[0] == "p":
            body.append('<p style="line-height: 2em;">%s</p>' % (sp % (nb + ent(b[1], r, 0.004))))
        elif b[0] == "sig":
            body.append('<p style="line-height: 2em; text-align: right;">%s</p>' % (sp % ent(b[1])))
        elif b[0] == "img":
            body.append('<p style="text-align: center;"><img src="/picture/0/%s" title="%s" alt="%s" style="width:600px" /></p>\n<p style="text-align: center;">%s</p>' % (b[1], b[1], b[1], sp % ent(b[2])))
        elif b[0] == "att":
            body.append('<p style="line-height: 2em;"><img src="/script/icon_doc.gif" style="vertical-align:middle" /><a href="/module/download/downfile.jsp?classid=0&filename=%s.doc" target="_blank" title="附件">%s</a></p>' % (d.id, ent(b[1])))
    body.append("<p><br /></p>")
    desc = next(b[1] for b in d.blocks if b[0] == "p")
    top = "".join('<td align="center"><a href="/col/col%d/index.html" class="bt_link">%s</a></td>' % (r.randint(100, 999), x) for x in "首页 领导之窗 机构职能 新闻中心 政务公开 办事大厅 公众参与 专题专栏 基础教育 职业教育 师资建设 督导评估 安全稳定 体卫艺工作".split())
    hot = "".join('<tr><td width="12"><img src="/picture/dot.gif"></td><td height="25"><a href=\'/art/%s/%d/%d/art_7_%d.html\' title=\'%s\' target="_blank">%s</a></td></tr>' % (d.published[:4], r.randint(1, 12), r.randint(1, 28), r.randint(1000, 9999), n, n) for n in d.news(7))
    return T('''
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html>
<head>
<meta http-equiv="X-UA-Compatible" content="IE=EmulateIE8">
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<script language="javascript" src="/script/0/1406171042.js"></script>
<title>临沅区教育局 工作总结 @@TITLE@@</title>
<meta name="Maketime" content="@@DATE@@ 15:20:07">
<meta name="subsite" content="临沅区教育局">
<meta name="channel" content="工作总结">
<meta name="category" content="">
<meta name="author" content="">
<meta name="pubDate" content="@@DATE@@ 15:19:00">
<meta name="source" content="@@SRC@@">
<meta name="language" content="中文">
<meta name="location" content="">
<meta name="title" content="@@TITLE@@">
<meta name="guid" content="@@DATEC@@@@ID@@">
<meta name="effectiveTime" content="0">
<meta name="keyword" content="">
<meta name="level" content="0">
</head>
<body>
<div id="barrierfree_container">
<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td><img src="/picture/0/top.jpg" width="1000" height="180"></td></tr></table>
<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0" bgcolor="#1a6fb8" height="36"><tr>@@TOP@@</tr></table>
<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td height="32" class="dqwz">当前位置：<table cellspacing="0" cellpadding="0" border="0" style="display:inline"><tr><td><a href="/index.html" class="bt_link">首页</a></td><td>&gt;</td><td><a href="/col/col21/index.html" class="bt_link">政务公开</a></td><td>&gt;</td><td><a href="/col/col33/index.html" class="bt_link">工作总结</a></td></tr></table></td></tr></table>
<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0"><tr>
<td width="730" valign="top">
<table id="article" width="100%" border="0" cellspacing="0" cellpadding="0">
<tr><td class="title" align="center" style="font-size:22px;font-weight:bold;line-height:50px"><!--<$[标题名称(html)]>begin-->@@TITLE@@<!--<$[标题名称(html)]>end--></td></tr>
@@SUB@@<tr><td><table width="100%" border="0" cellspacing="0" cellpadding="0" class="xxx"><tr>
<td align="center">发布日期：@@DATE@@</td><td align="center">来源：@@SRC@@</td><td align="center">浏览次数：<script language='javascript' src="/module/visitcount/articlehits.jsp?colid=33&artid=@@ID@@"></script>@@CLICK@@</td><td align="center">字号：[<a href='javascript:doZoom(18)'>大</a> <a href='javascript:doZoom(16)'>中</a> <a href='javascript:doZoom(14)'>小</a>]</td></tr></table></td></tr>
<tr><td class="bt_content"><div id="zoom"><!--<$[信息内容]>begin--><!--ZJEG_RSS.content.begin--><meta name="ContentStart">
@@BODY@@
<meta name="ContentEnd"><!--ZJEG_RSS.content.end--><!--<$[信息内容]>end--></div></td></tr>
<tr><td align="right" height="40"><script>document.write('【<a href="javascript:window.print()">打印</a>】')</script>【<a href="javascript:window.close();">关闭</a>】</td></tr>
<tr><td><textarea id="digest" style="display:none">@@DESC@@</textarea><div style="display: none;" class="wapdesc"><p>@@DESC@@</p></div></td></tr>
<tr><td>信息员：@@AUTHOR@@　　责任编辑：办公室</td></tr>
</table>
</td>
<td width="20"></td>
<td width="250" valign="top"><table width="100%" border="0" cellspacing="0" cellpadding="0"><tr><td colspan="2" class="lm">最新信息</td></tr>@@HOT@@<tr><td colspan="2" class="lm">快速通道</td></tr><tr><td colspan="2"><a href="#"><img src="/picture/0/jzxx.jpg" alt="局长信箱"></a><a href="#"><img src="/picture/0/wsbs.jpg" alt="网上办事"></a></td></tr></table></td>
</tr></table>
<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0" class="foot"><tr><td align="center" height="90">主办单位：临沅区教育局　　地址：临沅区学府路6号<br>备案号：苏ICP备10203040号　　网站标识码：3208990021<br>技术支持：南京某软件有限公司　　您是第<span id="cnt">1829034</span>位访问者</td></tr></table>
</div>
<script type="text/javascript">var _hmt = _hmt || []; (function() { var hm = document.createElement("script"); hm.src = "//hm.example/hm.js?1"; })();</script>
</body>
</html>
<!--  jcms  @@ID@@ -->
''', TITLE=ent(d.title), TOP=top, HOT=hot, BODY="\n".join(body), DATE=d.published, DATEC=d.published.replace("-", ""), SRC=d.source, AUTHOR=d.author, CLICK=d.clicks, ID=d.id, DESC=esc(desc),
    SUB=('<tr><td align="center"><!--<$[副标题]>begin-->%s<!--<$[副标题]>end--></td></tr>\n' % ent(d.subtitle)) if d.subtitle else "")

# ---- G5: modern responsive government site
def gov_responsive(d):
    r = d.rng
    body = []
    for b in d.blocks:
        if b[0] == "h":
            body.append("<h2>%s</h2>" % ent(b[1]))
        elif b[0] == "h2":
            body.append("<h3>%s</h3>" % ent(b[1]))
        elif b[0] == "p":
            lead, rest = lead_split(b[1])
            body.append("<p>%s%s</p>" % ("<strong>%s</strong>" % ent(lead) if lead else "", ent(rest)))
        elif b[0] == "sig":
            body.append('<p class="text-right">%s</p>' % ent(b[1]))
        elif b[0] == "img":
            body.append('<figure><img loading="lazy" src="/uploads/%s" alt=""><figcaption>%s</figcaption></figure>' % (b[1], ent(b[2])) if b[2] else '<p style="text-align:center"><img loading="lazy" src="/uploads/%s" alt="工作现场"></p>' % b[1])
        elif b[0] == "att":
            body.append('<p><a href="/uploads/%s.pdf">%s</a></p>' % (d.id, ent(b[1])))
        elif b[0] == "table":
            body.append('<div class="table-responsive"><table class="table table-bordered"><thead><tr>%s</tr></thead><tbody>\n%s</tbody></table></div>' % ("".join("<th>%s</th>" % ent(c) for c in b[1][0]), "".join("<tr>" + "".join("<td>%s</td>" % ent(c) for c in row) + "</tr>\n" for row in b[1][1:])))
    menus = [("走进教育", "领导信息 内设机构 下属单位 历史沿革"), ("政务公开", "政策文件 政策解读 规划计划 财政资金 重点领域 公开年报"), ("教育资讯", "教育要闻 校园风采 媒体聚焦 通知公告 视频新闻"), ("政务服务", "个人办事 法人办事 中小学入学 教师资格认定 学历证明"), ("互动交流", "局长信箱 意见征集 在线访谈 常见问题")]
    nav = "".join('<li class="nav-item dropdown"><a class="nav-link dropdown-toggle" href="#" data-bs-toggle="dropdown">%s</a><ul class="dropdown-menu">%s</ul></li>\n' % (t, "".join('<li><a class="dropdown-item" href="#">%s</a></li>' % x for x in xs.split())) for t, xs in menus)
    mob = "".join("<dt>%s</dt>%s" % (t, "".join("<dd><a href='#'>%s</a></dd>" % x for x in xs.split())) for t, xs in menus)
    cards = "".join('<div class="col-md-4"><div class="card"><a href="#"><img src="/t/%d.jpg" alt=""></a><div class="card-body"><h5 class="card-title"><a href="#">%s</a></h5><small class="text-muted">%d天前</small></div></div></div>\n' % (r.randint(1, 99), n, r.randint(1, 9)) for n in d.news(3))
    side = "".join('<li class="list-group-item"><span class="badge">%d</span><a href="#">%s</a></li>\n' % (i + 1, n) for i, n in enumerate(d.news(8)))
    return T('''
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no">
<title>@@TITLE@@ | 丹枫区教育局</title>
<meta property="og:title" content="@@TITLE@@">
<meta property="og:type" content="article">
<meta property="article:published_time" content="@@DATE@@T16:40:00+08:00">
<link rel="stylesheet" href="/static/css/bootstrap.min.css">
<link rel="stylesheet" href="/static/css/app.8f3a1c.css">
<style>.sr-only{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}#mobileNav{display:none}</style>
<script type="application/ld+json">{"@context":"https://schema.example","@type":"NewsArticle","headline":"@@TITLE@@","datePublished":"@@DATE@@"}</script>
</head>
<body>
<a class="sr-only" href="#main">跳到主要内容</a>
<noscript><div class="alert alert-warning">您的浏览器已禁用脚本，请启用JavaScript后刷新页面，以便获得完整的浏览体验。</div></noscript>
<header class="site-header">
<div class="container d-flex"><a class="navbar-brand" href="/"><img src="/static/logo.svg" alt="丹枫区教育局"></a>
<form class="search" action="/search"><input class="form-control" type="search" placeholder="请输入您要搜索的内容"><button class="btn btn-primary" type="submit">搜索</button></form></div>
<nav class="navbar navbar-expand-lg"><ul class="navbar-nav">
<li class="nav-item"><a class="nav-link" href="/">首页</a></li>
@@NAV@@</ul></nav>
<div id="mobileNav" style="display:none"><dl>@@MOB@@</dl><p>丹枫区教育局移动门户，为您提供掌上教育服务，欢迎关注我们的微信公众号和政务微博。</p></div>
</header>
<main id="main" class="container">
<nav aria-label="breadcrumb"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="/">首页</a></li><li class="breadcrumb-item"><a href="#">政务公开</a></li><li class="breadcrumb-item active">规划计划</li></ol></nav>
<div class="row"><div class="col-lg-9">
<article class="article">
<header class="article-header"><h1 class="article-title">@@TITLE@@</h1>@@SUB@@
<div class="article-meta"><time datetime="@@DATE@@">@@DATE@@ 16:40</time><span>来源：@@SRC@@</span><span>浏览量：@@CLICK@@</span>
<div class="font-size">字号：<button type="button">大</button><button type="button" class="on">中</button><button type="button">小</button></div></div>
<div class="share"><span>分享</span><a href="#" title="微信"><i class="iconfont icon-wechat"></i></a><a href="#" title="微博"><i class="iconfont icon-weibo"></i></a><div class="share-pop" hidden><p>打开微信，点击底部的“发现”，使用“扫一扫”即可将网页分享至朋友圈。</p></div></div>
</header>
<div class="article-content" ucapcontent="1"><UCAPCONTENT>
@@BODY@@
</UCAPCONTENT></div>
<footer class="article-footer"><p class="editor">责任编辑：@@AUTHOR@@</p><button class="btn" onclick="window.print()">打印</button><button class="btn" onclick="window.close()">关闭</button>
<div class="feedback"><p>这篇文章对您有帮助吗？</p><label><input type="radio" name="fb">有帮助</label><label><input type="radio" name="fb">一般</label><label><input type="radio" name="fb">没有帮助</label></div></footer>
</article>
<section class="recommend"><h4>推荐阅读</h4><div class="row">
@@CARDS@@</div></section>
</div>
<aside class="col-lg-3"><div class="panel"><h4>热点排行</h4><ul class="list-group">
@@SIDE@@</ul></div></aside></div>
</main>
<template id="tpl-toast"><div class="toast"><p>您访问的链接即将离开丹枫区教育局门户网站，是否继续？</p><button>继续访问</button><button>放弃</button></div></template>
<footer class="site-footer"><div class="container"><div class="links"><a href="#">网站地图</a><a href="#">关于我们</a><a href="#">隐私声明</a><a href="#">使用帮助</a></div>
<p>主办单位：丹枫区教育局 维护单位：丹枫区教育信息中心</p><p>网站标识码：3301990045 浙ICP备15009988号-2 浙公网安备33019902000777号</p><p>投诉监督电话：0571-86990000 邮编：310099</p></div></footer>
<script src="/static/js/vendor.js"></script><script>window.__INITIAL_STATE__={"article":{"title":"@@TITLE@@","views":@@CLICK@@}};</script>
</body>
</html>
''', TITLE=ent(d.title), NAV=nav, MOB=mob, CARDS=cards, SIDE=side, BODY="\n".join(body), DATE=d.published, SRC=d.source, AUTHOR=d.author, CLICK=d.clicks,
    SUB=('\n<p class="article-subtitle">%s</p>' % ent(d.subtitle)) if d.subtitle else "")

# ---- G6: body is <br>-separated text, no <p>
def gov_br(d):
    r = d.rng
    parts = []
    for b in d.blocks:
        if b[0] == "sig":
            parts.append("　" * 24 + ent(b[1]))
        elif b[0] in ("h", "h2"):
            parts.append("　　<b>%s</b>" % ent(b[1]) if d.length == "medium" else "　　" + ent(b[1]))
        elif b[0] == "img":
            parts.append('<center><img src="/UploadFile/%s" border=0></center>' % b[1] + ("<center>%s</center>" % ent(b[2]) if b[2] else ""))
        elif b[0] == "att":
            parts.append('　　<a href="/UploadFile/%s.rar">%s</a>' % (d.id, ent(b[1])))
        else:
            parts.append("　　" + ent(b[1]))
    sep = {"short": "<br>\n", "medium": "<br><br>\n", "long": "<br />\n<br />\n"}[d.length]
    body = sep.join(parts)
    nav = " | ".join('<a href="/%s.aspx">%s</a>' % (r.randint(10, 99), x) for x in "网站首页 局务公开 教育动态 文件通知 计划总结 学校之窗 教师园地 学生天地 家长学校 教育论坛 资料下载 在线留言".split())
    rel = "".join('<li><a href="View.aspx?id=%d">%s</a> <i>%s-%d-%d</i></li>\n' % (r.randint(100, 9999), n, d.published[:4], r.randint(1, 12), r.randint(1, 28)) for n in d.news(6))
    latest = "".join('<li><a href="View.aspx?id=%d">%s</a></li>\n' % (r.randint(100, 9999), n) for n in d.news(9))
    return T('''
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" >
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>
	@@TITLE@@——石浔县教育网
</title><link href="css/default.css" rel="stylesheet" type="text/css" /></head>
<body>
<form name="form1" method="post" action="View.aspx?id=@@ID@@" id="form1">
<div><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKMTY3NzE5MjIyMA9kFgICAw9kFgYCAQ8WAh4EVGV4dAUS55+z5rWU5Y6/5pWZ6IKy572RZGQ=" /></div>
<div id="wrap">
<div id="banner"></div>
<div id="nav">@@NAV@@</div>
<div id="left"><div class="box"><div class="bt">最新更新</div><ul>
@@LATEST@@</ul></div><div class="box"><div class="bt">用户登录</div>用户名：<input name="u" type="text" style="width:90px" /><br />密　码：<input name="p" type="password" style="width:90px" /><br /><input type="submit" value="登录" /> <a href="reg.aspx">注册</a> <a href="getpwd.aspx">忘记密码？</a></div></div>
<div id="right">
<div class="weizhi">当前位置：<a href="/">首页</a>→<a href="/list.aspx?c=5">计划总结</a>→<a href="/list.aspx?c=52">工作总结</a></div>
<div id="newsbox">
<h3 align="center"><span id="lblTitle">@@TITLE@@</span></h3>@@SUB@@
<div class="info">时间：<span id="lblTime">@@DATE@@ 9:12:03</span>&nbsp; 作者：<span id="lblAuthor">@@AUTHOR@@</span>&nbsp; 点击：<span id="lblHit">@@CLICK@@</span></div>
<hr size="1" />
<div id="lblContent">@@BODY@@</div>
<div class="pn">上一篇：<a href="View.aspx?id=1">@@PREV@@</a><br />下一篇：<a href="View.aspx?id=2">@@NEXT@@</a></div>
<div class="rel"><b>相关信息</b><ul>
@@REL@@</ul></div>
</div></div>
<div id="foot">Copyright &copy; 2010-2015 石浔县教育局 All Rights Reserved　桂ICP备08001122号<br />地址：石浔县城东路110号　电话：0778-3212321　传真：0778-3212322　<a href="/admin/">后台管理</a></div>
</div>
</form>
</body>
</html>
''', TITLE=ent(d.title), NAV=nav, LATEST=latest, REL=rel, PREV=d.news(1)[0], NEXT=d.news(1)[0], BODY=body, DATE=loose(d.published, "/"), AUTHOR=d.author, CLICK=d.clicks, ID=d.id,
    SUB=('\n<div align="center">%s</div>' % ent(d.subtitle)) if d.subtitle else "")

# ---- G7: Word-pasted body
def gov_word(d):
    r = d.rng
    def runs(t, font="仿宋_GB2312"):
        """Word splits runs of digits/latin from the Chinese text."""
        out = []
        for m in re.finditer(r"[0-9.%]+|[^0-9.%]+", t):
            s = m.group(0)
            if re.match(r"[0-9.%]", s):
                out.append('<span\nlang=EN-US style=\'font-size:16.0pt;font-family:%s\'>%s</span>' % (font, s))
            else:
                out.append('<span style=\'font-size:16.0pt;font-family:%s\'>%s</span>' % (font, ent(s, r)))
        return "".join(out)
    body = []
    for b in d.blocks:
        if b[0] == "p":
            body.append("<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:\n2.0;line-height:28.0pt'>%s<span lang=EN-US style='font-size:16.0pt'><o:p></o:p></span></p>" % runs(b[1]))
        elif b[0] in ("h", "h2"):
            body.append("<p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt'><b\nstyle='mso-bidi-font-weight:normal'>%s<span lang=EN-US><o:p></o:p></span></b></p>" % runs(b[1], "黑体"))
        elif b[0] == "sig":
            body.append("<p class=MsoNormal align=right style='text-align:right;line-height:28.0pt;word-break:break-all'>%s<span lang=EN-US><o:p></o:p></span></p>" % runs(b[1]))
        elif b[0] == "att":
            body.append("<p class=MsoNormal style='text-indent:32.0pt'>%s<o:p></o:p></p>" % runs(b[1]))
        elif b[0] == "table":
            body.append("<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:480'>\n" + "".join(" <tr style='mso-yfti-irow:%d'>\n%s </tr>\n" % (i, "".join("  <td width=142 valign=top style='border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'>\n  <p class=MsoNormal align=center style='text-align:center'>%s<span lang=EN-US><o:p></o:p></span></p>\n  </td>\n" % runs(c, "宋体") for c in row)) for i, row in enumerate(b[1])) + "</table>")
        if r.random() < 0.25:
            body.append("<p class=MsoNormal><span lang=EN-US style='font-size:16.0pt'><o:p>&nbsp;</o:p></span></p>")
    lm = "".join('<dd><a href="/list/%d.html">%s</a></dd>' % (i, x) for i, x in enumerate("局情简介 领导分工 股室职能 工作动态 公示公告 政策文件 计划总结 财务公开 党务公开 教育督导".split()))
    rel = "".join('<tr><td><img src="/img/arrow.gif" /> <a href="/show/%d.html">%s</a></td><td class="rq">[%02d-%02d]</td></tr>' % (r.randint(100, 9999), n, r.randint(1, 12), r.randint(1, 28)) for n in d.news(5))
    return T('''
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>@@TITLE@@-雾岭县教育局</title>
<meta name="keywords" content="雾岭县教育局" /><meta name="description" content="雾岭县教育局官方网站，发布雾岭县教育新闻、教育政策、招生考试信息。" />
<link href="/css/show.css" rel="stylesheet" type="text/css" />
</head>
<body>
<div id="top"><div class="logo"></div><div class="tel">服务热线：0855-7221234</div></div>
<div id="menu"><ul><li><a href="/">网站首页</a></li><li><a href="/list/1.html">教育概况</a></li><li><a href="/list/2.html">新闻中心</a></li><li><a href="/list/3.html">政务公开</a></li><li><a href="/list/4.html">招生考试</a></li><li><a href="/list/5.html">教研科研</a></li><li><a href="/list/6.html">师资队伍</a></li><li><a href="/list/7.html">学生资助</a></li><li><a href="/list/8.html">联系我们</a></li></ul></div>
<div class="main">
<div class="sidebar"><dl><dt>政务公开</dt>@@LM@@</dl>
<div class="weather"><iframe src="http://tianqi.example/" width="200" height="60" frameborder="0"></iframe></div></div>
<div class="con">
<div class="position"><span>政务公开</span>您现在的位置：<a href="/">首页</a> &raquo; <a href="/list/3.html">政务公开</a> &raquo; <a href="/list/36.html">计划总结</a></div>
<div class="show">
<div class="biaoti">@@TITLE@@</div>@@SUB@@
<div class="laiyuan">【发布时间：@@DATECN@@】 【来源：@@SRC@@】 【浏览：@@CLICK@@次】</div>
<div class="neirong">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:RelyOnVML/></o:OfficeDocumentSettings><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom><w:PunctuationKerning/></w:WordDocument></xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:仿宋_GB2312; panose-1:2 1 6 9 3 1 1 1 1 1;}
 p.MsoNormal, li.MsoNormal, div.MsoNormal {mso-style-parent:""; margin:0cm; text-align:justify; font-size:10.5pt;}
-->
</style>
<?xml:namespace prefix = o ns = "urn:schemas-microsoft-com:office:office" />
<div class=Section1 style='layout-grid:15.6pt'>
@@BODY@@
</div>
</div>
<div class="bottom_tool"><a href="javascript:window.print();">打印此页</a>&nbsp;&nbsp;<a href="javascript:history.back();">返回上页</a>&nbsp;&nbsp;<a href="javascript:scroll(0,0)">返回顶部</a></div>
<div class="xg"><h4>相关阅读：</h4><table width="96%">@@REL@@</table></div>
</div></div>
<div style="clear:both"></div></div>
<div id="bottom">雾岭县教育局 版权所有 <a href="http://beian.example">黔ICP备13004455号</a> 技术支持：黔东网络<br />办公地址：雾岭县城关镇文昌路9号 &nbsp;邮编：556999<br /><img src="/img/jgdw.png" alt="党政机关" /></div>
</body>
</html>
''', TITLE=ent(d.title, r), LM=lm, REL=rel, BODY="\n".join(body), DATECN=cn(d.published), SRC=d.source, CLICK=d.clicks,
    SUB=('\n<div class="fubiaoti">%s</div>' % ent(d.subtitle, r)) if d.subtitle else "")

# ---- G8: side menu after the text, previous/next article, unclosed <p>
def gov_sidemenu(d):
    r = d.rng
    body = []
    for b in d.blocks:
        nb = "&nbsp;" * 8
        if b[0] in ("h", "h2"):
            body.append("<p>%s<strong>%s</strong>" % (nb, ent(b[1], r, 0.02)))
        elif b[0] == "p":
            lead, rest = lead_split(b[1])
            body.append("<p>%s%s%s" % (nb, "<strong>%s</strong>" % ent(lead, r, 0.02) if lead else "", ent(rest, r, 0.6 if d.length == "medium" else 0.02, d.length == "medium")))
        elif b[0] == "sig":
            body.append('<p align="right">%s' % ent(b[1], r))
        elif b[0] == "img":
            body.append('<p align="center"><img src="/files/%s" alt="">\n<p align="center">%s' % (b[1], ent(b[2], r)) if b[2] else '<p align="center"><img src="/files/%s">' % b[1])
        elif b[0] == "att":
            body.append('<p>%s<a href="/files/%s.doc">%s</a>' % (nb, d.id, ent(b[1])))
    pub = '<span class="time">%s</span>' % d.published.replace("-", ".") if d.published else ""
    menu = "".join('<li%s><a href="/c/%d/">%s</a></li>\n' % (' class="cur"' if x == "计划总结" else "", i, x) for i, x in enumerate("教育新闻 公示公告 政策法规 计划总结 人事师资 基础教育 学前教育 职业与成人教育 教育督导 安全管理 语言文字 学生资助 体卫艺与国防教育 教育技术装备 招生考试 工会工作 关工委工作 机关党建 廉政建设 群众来信".split()))
    return T('''
<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="ArticleTitle" content="@@TITLE@@">
<title>@@TITLE@@ - 计划总结 - 荻川县教育和科学技术局</title>
<link rel="stylesheet" type="text/css" href="/tpl/gov/style.css">
<!--[if lt IE 9]><script src="/tpl/html5shiv.js"></script><![endif]-->
</head>
<body class="view">
<div class="head"><div class="in"><h1 class="sitename">荻川县教育和科学技术局</h1><div class="r">今天是<span id="d"></span> <a href="/rss">RSS订阅</a> <a href="/big5">繁體</a></div></div></div>
<div class="crumb">当前位置：<a href="/">首页</a>&nbsp;/&nbsp;<a href="/c/3/">计划总结</a>&nbsp;/&nbsp;浏览文章</div>
<div class="wrapper">
<div class="col-main">
<div class="article-box">
<h2>@@TITLE@@</h2>@@SUB@@
<div class="sub">@@PUB@@<span>文章来源：@@SRC@@</span><span>已有 <b>@@CLICK@@</b> 人阅读</span></div>
<div class="txt">
@@BODY@@
</div>
<div class="zeren">（责任编辑：@@AUTHOR@@）</div>
<div class="jiathis"><span>分享到：</span><a class="jiathis_button_qzone">QQ空间</a><a class="jiathis_button_tsina">新浪微博</a><a class="jiathis_button_renren">人人网</a><a class="jiathis_button_tqq">腾讯微博</a></div>
<ul class="prevnext"><li>上一篇：<a href="/a/1.html">@@PREV@@</a></li><li>下一篇：<a href="/a/2.html">@@NEXT@@</a></li></ul>
</div></div>
<div class="col-side"><h3>栏目导航</h3><ul class="sidemenu">
@@MENU@@</ul>
<h3>联系方式</h3><p>荻川县教育和科学技术局办公室，负责机关日常事务、文电会务、信息公开和信访接待等工作，接待时间为每周一至周五上午八点半至十一点半，下午两点半至五点。</p>
<h3>点击排行</h3><ol>@@TOPN@@</ol></div>
</div>
<div class="links"><b>友情链接</b> <a href="#">教育部</a> <a href="#">科技部</a> <a href="#">省教育厅</a> <a href="#">省科技厅</a> <a href="#">市教育局</a> <a href="#">荻川县人民政府</a> <a href="#">荻川先锋网</a></div>
<div class="foot"><p>荻川县教育和科学技术局主办　信息中心维护　蜀ICP备11223344号</p><p>Powered by GovCMS 3.2</p></div>
</body></html>
''', TITLE=ent(d.title), PUB=pub, SRC=d.source, AUTHOR=d.author, CLICK=d.clicks, BODY="\n".join(body), MENU=menu, PREV=d.news(1)[0], NEXT=d.news(2)[1],
    TOPN="".join("<li><a href='#'>%s</a></li>" % n for n in d.news(8)), SUB=('\n<p class="futi">%s</p>' % ent(d.subtitle)) if d.subtitle else "")

# ---- S1: discuz-like forum post
def school_discuz(d):
    r = d.rng
    parts = []
    for i, b in enumerate(d.blocks):
        if b[0] in ("h", "h2"):
            parts.append('<strong><font color="#000080">%s</font></strong>' % ent(b[1]))
        elif b[0] == "sig":
            parts.append('<div align="right">%s</div>' % ent(b[1]))
        elif b[0] == "img":
            parts.append('<ignore_js_op><img id="aimg_%d" aid="%d" src="data/attachment/forum/%s" class="zoom" width="600" inpost="1" /><div class="tip tip_4 aimg_tip" style="position: absolute; display: none"><div class="xs0"><p><strong>%s</strong> <em class="xg1">(%d.2 KB, 下载次数: %d)</em></p><p><a href="#">下载附件</a></p></div></div></ignore_js_op>%s' % (i, i, b[1], b[1], r.randint(20, 300), r.randint(0, 9), ("<br />\r\n" + ent(b[2])) if b[2] else ""))
        else:
            t = "&nbsp; &nbsp; " + ent(b[1])
            if d.length == "long" and i % 4 == 1:
                t += '<font class="jammer">' + r.choice(["6 s! H0 ^% w2 q", "% a9 Z! n* u7", "0 v$ l1 N: c"]) + "</font>"
            if i % 3 == 0:
                t += '<span style="display:none">%s</span>' % r.choice(["4 [8 m+ I' T望榆教育论坛", ", f$ x! K) _本文来自望榆教育论坛，转载请注明", "@ w& D3 p"])
            parts.append(t)
    body = "<br />\r\n<br />\r\n".join(parts) if d.length == "long" else "<br />\r\n".join(parts)
    body = re.sub(r"(</div>)<br />", r"\1", body)
    rep = [("小溪流水", "写得真好，向你学习！"), ("三尺讲台", "沙发！我们学校的总结还没动笔，借来参考一下。"), ("槐花香", "教师的辛苦只有做过的人才知道，读了这篇总结很有感触，我当年在村小的时候也是这样一家一户去走访的，转眼已经过去十几年了。"), ("路人甲", "顶一个")]
    reps = "".join('''
<div id="post_%d"><table class="plhin" cellspacing="0" cellpadding="0"><tr><td class="pls" rowspan="2"><div class="authi"><a href="space-uid-%d.html" class="xw1">%s</a></div><p><em>新手上路</em></p></td>
<td class="plc"><div class="pi"><strong><a><em>%d</em><sup>#</sup></a></strong><div class="authi"><em>发表于 %s 21:0%d:11</em> <span class="pipe">|</span> <a href="#">只看该作者</a></div></div><div class="pct"><div class="t_fsz"><table cellspacing="0" cellpadding="0"><tr><td class="t_f" id="postmessage_%d">
%s</td></tr></table></div></div></td></tr></table></div>''' % (i + 2000, r.randint(10, 999), u, i + 2, loose(d.published), i, i + 2000, t) for i, (u, t) in enumerate(rep[: {"short": 1, "medium": 4, "long": 3}[d.length]]))
    return T('''
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>@@TITLE@@ - 班主任之家 - 望榆教育论坛 - Powered by Discuz!</title>
<meta name="generator" content="Discuz! X2.5" />
<meta name="description" content="@@TITLE@@ ,望榆教育论坛" />
<link rel="stylesheet" type="text/css" href="data/cache/style_1_common.css" />
<style>.jammer{font-size:10px;color:#FFF;}</style>
<script type="text/javascript">var STYLEID = '1', STATICURL = 'static/', IMGDIR = 'static/image/common', charset = 'utf-8', discuz_uid = '0';</script>
</head>
<body id="nv_forum" class="pg_viewthread" onkeydown="if(event.keyCode==27) return false;">
<div id="append_parent"></div><div id="ajaxwaitid"></div>
<div id="toptb" class="cl"><div class="wp"><div class="z"><a href="javascript:;">设为首页</a><a href="#">收藏本站</a></div><div class="y"><a id="switchwidth">切换到宽版</a></div></div></div>
<div id="hd"><div class="wp"><div class="hdc cl"><h2><a href="./" title="望榆教育论坛"><img src="static/image/common/logo.png" alt="望榆教育论坛" /></a></h2>
<form method="post" id="lsform" action="member.php?mod=logging"><table cellspacing="0"><tr><td>用户名</td><td><input type="text" name="username" class="px" /></td><td><label><input type="checkbox" />自动登录</label></td><td><a href="#">找回密码</a></td></tr><tr><td>密码</td><td><input type="password" class="px" /></td><td><button type="submit"><em>登录</em></button></td><td><a href="member.php?mod=register" class="xi2 xw1">立即注册</a></td></tr></table></form></div>
<div id="nv"><ul><li class="a"><a href="forum.php">论坛<span>BBS</span></a></li><li><a href="#">导读<span>Guide</span></a></li><li><a href="#">排行榜<span>Ranklist</span></a></li><li><a href="#">家园<span>Space</span></a></li></ul></div></div></div>
<div id="wp" class="wp">
<div id="pt" class="bm cl"><div class="z"><a href="./" class="nvhm" title="首页">望榆教育论坛</a><em>&rsaquo;</em><a href="forum.php">论坛</a> <em>&rsaquo;</em> <a href="#">教师园地</a> <em>&rsaquo;</em> <a href="#">班主任之家</a> <em>&rsaquo;</em> <a href="#">@@TITLE@@</a></div></div>
<div id="ct" class="wp cl"><div id="pgt" class="pgs mbm cl"><div class="pgt"></div><a id="newspecial" href="#"><img src="static/image/common/pn_post.png" alt="发新帖" /></a></div>
<div id="postlist" class="pl bm">
<table cellspacing="0" cellpadding="0"><tr><td class="pls ptn pbn"><div class="hm"><span class="xg1">查看:</span> <span class="xi1">@@CLICK@@</span><span class="pipe">|</span><span class="xg1">回复:</span> <span class="xi1">3</span></div></td>
<td class="plc ptm pbn vwthd"><h1 class="ts"><a href="#">[工作总结]</a> <a href="thread-@@ID@@-1-1.html" id="thread_subject">@@TITLE@@</a></h1><span class="xg1"><a href="#">[复制链接]</a></span></td></tr></table>
<div id="post_1000"><table id="pid1000" class="plhin" cellspacing="0" cellpadding="0"><tr><td class="pls" rowspan="2"><div class="pls favatar"><div class="pi"><div class="authi"><a href="space-uid-7.html" class="xw1">@@AUTHOR@@</a></div></div>
<div class="avatar"><img src="uc_server/avatar.php?uid=7" /></div><div class="tns xg2"><table><tr><th><p><a>46</a></p>主题</th><th><p><a>312</a></p>帖子</th><td><p><a>1208</a></p>积分</td></tr></table></div><p><em>金牌会员</em></p><p><span><img src="star_level3.gif" /></span></p><ul class="xl xl2 o cl"><li class="pm2"><a href="#">发消息</a></li></ul></div></td>
<td class="plc"><div class="pi"><div id="fj" class="y"><label class="z">电梯直达</label><input type="text" class="px p_fre z" size="2" /></div><strong><a href="#">楼主</a></strong><div class="pti"><div class="authi"><img class="authicn" src="online_member.gif" /> <em id="authorposton1000">发表于 @@DATE@@ 09:33:12</em> <span class="pipe">|</span><a href="#">只看该作者</a> <span class="pipe">|</span><a href="#">倒序浏览</a></div></div></div>
<div class="pct"><style type="text/css">.pcb{margin-right:0}</style><div class="pcb"><div class="t_fsz"><table cellspacing="0" cellpadding="0"><tr><td class="t_f" id="postmessage_1000">
@@EDIT@@@@BODY@@</td></tr></table>
</div><div id="comment_1000" class="cm"></div><div id="post_rate_div_1000"></div></div></div></td></tr>
<tr><td class="plc plm"><div id="p_btn" class="mtw mbm hm cl"><a href="#"><i>分享</i></a><a href="#"><i>收藏<span>2</span></i></a><a href="#" title="顶一下"><i>支持<span>5</span></i></a><a href="#"><i>反对</i></a></div><div class="sign" style="max-height:60px">一支粉笔，两袖清风，三尺讲台，四季耕耘。——愿与各位同行共勉</div></td></tr>
<tr><td class="pls"></td><td class="plc"><div class="po hin"><div class="pob cl"><em><a class="fastre" href="#">回复</a></em><p><a href="javascript:;">使用道具</a> <a href="javascript:;">举报</a></p></div></div></td></tr></table></div>
@@REPS@@
</div>
<div id="f_pst" class="pl bm bmw"><form><table><tr><td class="pls"></td><td class="plc"><div class="pt hm">您需要登录后才可以回帖 <a href="#" class="xi2">登录</a> | <a href="#" class="xi2">立即注册</a></div><p class="ptm pnpost"><a href="#" class="y">本版积分规则</a><button type="button"><strong>发表回复</strong></button></p></td></tr></table></form></div>
</div></div>
<div id="ft" class="wp cl"><div id="flk" class="y"><p><a href="#">Archiver</a><span class="pipe">|</span><a href="#">手机版</a><span class="pipe">|</span><strong><a href="#">望榆县教师进修学校</a></strong>( 湘ICP备07009876号 )</p><p class="xs0">GMT+8, @@DATE@@ 22:10<span id="debuginfo">, Processed in 0.034512 second(s), 11 queries.</span></p></div><div id="frt"><p>Powered by <strong><a href="#">Discuz!</a></strong> <em>X2.5</em></p><p class="xs0">&copy; 2001-2012 Comsenz Inc.</p></div></div>
</body></html>
''', TITLE=ent(d.title), CLICK=d.clicks, ID=d.id, AUTHOR=d.author, DATE=loose(d.published), BODY=body, REPS=reps,
    EDIT='<i class="pstatus"> 本帖最后由 %s 于 %s 10:02 编辑 </i><br />\r\n<br />\r\n' % (d.author, loose(d.published)) if d.length != "short" else "")

# ---- S2: WordPress-like blog
def school_wordpress(d):
    r = d.rng
    body, li = [], []
    def flush():
        if li:
            body.append('<ul class="wp-block-list">%s</ul>' % "".join("<li>%s</li>" % ent(x) for x in li))
            li.clear()
    for b in d.blocks:
        if b[0] == "li":
            li.append(b[1]); continue
        flush()
        if b[0] == "h":
            body.append('<h2 class="wp-block-heading">%s</h2>' % ent(b[1]))
        elif b[0] == "h2":
            body.append('<h3 class="wp-block-heading">%s</h3>' % ent(b[1]))
        elif b[0] == "p":
            body.append("<p>%s</p>" % ent(b[1]).replace("“", "&#8220;").replace("”", "&#8221;"))
        elif b[0] == "sig":
            body.append('<p class="has-text-align-right">%s</p>' % ent(b[1]))
        elif b[0] == "img":
            body.append('<figure class="wp-block-image size-large"><img decoding="async" width="1024" height="683" src="/wp-content/uploads/%s" alt="" class="wp-image-%s" srcset="/wp-content/uploads/%s 1024w, /wp-content/uploads/s-%s 300w"/>%s</figure>' % (b[1], d.id, b[1], b[1], '<figcaption class="wp-element-caption">%s</figcaption>' % ent(b[2]) if b[2] else ""))
        elif b[0] == "table":
            body.append('<figure class="wp-block-table"><table><tbody>' + "".join("<tr>" + "".join("<td>%s</td>" % ent(c) for c in row) + "</tr>" for row in b[1]) + "</tbody></table></figure>")
    flush()
    rel = "".join('<div class="jp-relatedposts-post"><h4><a href="/?p=%d">%s</a></h4><p class="jp-relatedposts-post-excerpt">%s</p><time>%s年</time></div>' % (r.randint(10, 999), n, x[:60] + "[&hellip;]", d.published[:4]) for n, x in zip(d.news(3), d.news(3, True)))
    com = "" if d.length == "short" else '''<ol class="comment-list"><li class="comment"><article class="comment-body"><footer class="comment-meta"><b class="fn">木棉</b><span class="says">说道：</span><time>2021年8月1日 下午3:20</time></footer><div class="comment-content"><p>老师辛苦了！孩子回家总说学校的菜园子好玩，我们做家长的看在眼里、暖在心里，希望学校越办越好。</p></div><div class="reply"><a href="#">回复</a></div></article></li></ol>'''
    return T('''
<!DOCTYPE html>
<html lang="zh-Hans">
<head>
<meta charset="UTF-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>@@TITLE@@ &#8211; 桂荷镇中心小学</title>
<link rel='dns-prefetch' href='//s.w.example' />
<link rel="alternate" type="application/rss+xml" title="桂荷镇中心小学 &raquo; Feed" href="/feed/" />
<script>window._wpemojiSettings = {"baseUrl":"https:\\/\\/s.w.example\\/images\\/core\\/emoji\\/13.0.1\\/72x72\\/","ext":".png"};</script>
<style id='global-styles-inline-css'>body{--wp--preset--color--black:#000000;}.screen-reader-text{clip:rect(1px,1px,1px,1px);position:absolute !important;height:1px;width:1px;overflow:hidden}</style>
</head>
<body class="post-template-default single single-post postid-@@ID@@ wp-embed-responsive">
<div id="page" class="site"><a class="skip-link screen-reader-text" href="#content">跳至内容</a>
<header id="masthead" class="site-header"><div class="site-branding"><p class="site-title"><a href="/" rel="home">桂荷镇中心小学</a></p><p class="site-description">让每一朵荷花都开放</p></div>
<nav id="site-navigation" class="main-navigation"><button class="menu-toggle">菜单</button><div class="menu-main-container"><ul id="primary-menu" class="menu"><li class="menu-item"><a href="/">首页</a></li><li class="menu-item"><a href="/about/">学校简介</a></li><li class="menu-item menu-item-has-children"><a href="/news/">校园新闻</a><ul class="sub-menu"><li><a href="#">活动剪影</a></li><li><a href="#">荣誉墙</a></li></ul></li><li class="menu-item"><a href="/teach/">教学教研</a></li><li class="menu-item"><a href="/summary/">计划总结</a></li><li class="menu-item"><a href="/parents/">家校桥</a></li></ul></div></nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
<article id="post-@@ID@@" class="post-@@ID@@ post type-post status-publish format-standard hentry category-summary">
<header class="entry-header"><h1 class="entry-title">@@TITLE@@</h1>
<div class="entry-meta"><span class="posted-on">发布于<a href="#" rel="bookmark"><time class="entry-date published" datetime="@@DATE@@T08:15:00+08:00">@@DATECN@@</time></a></span><span class="byline"> 由<span class="author vcard"><a class="url fn n" href="/author/guihe/">@@AUTHOR@@</a></span></span></div></header>
<div class="entry-content">
@@BODY@@
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">共享此文章：</h3><ul><li><a href="#" title="点击以在微博上共享">微博</a></li><li><a href="#">微信</a></li><li><a href="#">打印</a></li><li class="share-end"></li></ul></div>
<div id='jp-relatedposts' class='jp-relatedposts'><h3 class="jp-relatedposts-headline"><em>相关</em></h3>@@REL@@</div>
</div>
<footer class="entry-footer"><span class="cat-links">发布在<a href="#" rel="category tag">计划总结</a></span><span class="tags-links">标签<a href="#" rel="tag">学期总结</a>、<a href="#" rel="tag">桂荷</a></span></footer>
</article>
<nav class="navigation post-navigation"><h2 class="screen-reader-text">文章导航</h2><div class="nav-links"><div class="nav-previous"><a href="#" rel="prev"><span class="meta-nav">上一篇</span> @@PREV@@</a></div><div class="nav-next"><a href="#" rel="next"><span class="meta-nav">下一篇</span> @@NEXT@@</a></div></div></nav>
<div id="comments" class="comments-area">@@COM@@<div id="respond" class="comment-respond"><h3 id="reply-title">发表评论 <small><a href="#" style="display:none;">取消回复</a></small></h3><form><p class="comment-notes"><span id="email-notes">您的电子邮箱地址不会被公开。</span> 必填项已用<span class="required">*</span>标注</p><p><label>评论</label><textarea name="comment" rows="8"></textarea></p><p class="form-submit"><input type="submit" value="发表评论" /></p></form></div></div>
</main></div>
<aside id="secondary" class="widget-area"><section class="widget widget_search"><form role="search"><label><span class="screen-reader-text">搜索：</span><input type="search" placeholder="搜索…" /></label><input type="submit" value="搜索" /></form></section>
<section class="widget widget_recent_entries"><h2 class="widget-title">近期文章</h2><ul>@@RECENT@@</ul></section>
<section class="widget widget_archive"><h2 class="widget-title">归档</h2><ul><li><a href="#">2021年七月</a>&nbsp;(4)</li><li><a href="#">2021年六月</a>&nbsp;(9)</li><li><a href="#">2021年五月</a>&nbsp;(7)</li><li><a href="#">2020年十二月</a>&nbsp;(2)</li></ul></section>
<section class="widget widget_text"><h2 class="widget-title">关于我们</h2><div class="textwidget"><p>桂荷镇中心小学始建于一九五二年，坐落在荷塘之畔，现有十八个教学班，是一所有着深厚文化底蕴的乡村学校，欢迎各界朋友来校参观指导。</p></div></section></aside>
</div>
<footer id="colophon" class="site-footer"><div class="site-info"><a href="https://cn.wordpress.example/">自豪地采用WordPress</a><span class="sep"> | </span>粤ICP备18007766号</div></footer>
</div>
<script src='/wp-includes/js/wp-embed.min.js' id='wp-embed-js'></script>
</body>
</html>
''', TITLE=ent(d.title), ID=d.id, DATE=d.published, DATECN=cn(d.published), AUTHOR=d.author, BODY="\n\n".join(body), REL=rel, PREV=d.news(1)[0], NEXT=d.news(3)[2], COM=com,
    RECENT="".join("<li><a href='#'>%s</a></li>" % n for n in d.news(5)))

# ---- S3: old ASP campus site
def school_oldasp(d):
    r = d.rng
    body = []
    nb = "&nbsp;" * 4
    for b in d.blocks:
        if b[0] in ("h", "h2"):
            body.append("<DIV><FONT size=3><B>%s%s</B></FONT></DIV>" % (nb, ent(b[1])))
        elif b[0] == "sig":
            body.append("<DIV align=right><FONT size=3>%s</FONT></DIV>" % ent(b[1]))
        elif b[0] == "img":
            body.append('<DIV align=center><A href="uploadfile/%s" target=_blank><IMG src="uploadfile/%s" width=450 border=0 onload="javascript:if(this.width>500)this.width=500"></A></DIV>' % (b[1], b[1]) + ("<DIV align=center>%s</DIV>" % ent(b[2]) if b[2] else ""))
        else:
            body.append("<DIV><FONT size=3>%s%s</FONT></DIV>" % (nb, ent(b[1])))
        if r.random() < 0.3:
            body.append("<DIV>&nbsp;</DIV>")
    menu = "".join('<td width="90" align="center" onmouseover="this.bgColor=\'#FF9900\'"><a href="list.asp?bigclass=%d" class="m">%s</a></td>' % (i, x) for i, x in enumerate("首　页 学校概况 校务公开 教务之窗 德育天地 教科研 党团建设 后勤服务 校友录 留言板".split()))
    hot = "".join("<tr><td height=20>%d. <a href='shownews.asp?newsid=%d'>%s</a></td></tr>" % (i + 1, r.randint(10, 900), n[:12]) for i, n in enumerate(d.news(8)))
    return T('''
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=@@CHARSET@@">
<title>澜石县第一中学校园网--@@TITLE@@</title>
<link href="css.css" rel="stylesheet" type="text/css">
<script language="javascript" src="js/floatad.js"></script>
</head>
<body background="images/bg.gif" topmargin="0">
<div id="ad" style="position:absolute"><a href="#"><img src="images/piaofu.gif" border="0" alt="喜迎校庆"></a></div>
<table width="778" align="center" border="0" cellpadding="0" cellspacing="0" bgcolor="#FFFFFF">
<tr><td colspan="2"><img src="images/banner.jpg" width="778" height="120"></td></tr>
<tr bgcolor="#336699"><td colspan="2"><table width="100%" border="0"><tr>@@MENU@@</tr></table></td></tr>
<tr><td colspan="2" height="24" bgcolor="#EEEEEE"><marquee scrollamount="2">★ 校训：勤学 善思 笃行 致远 ★ 校风：团结 文明 求实 创新 ★ 热烈祝贺我校在今年高考中再创佳绩！ ★</marquee></td></tr>
<tr>
<td width="178" valign="top" bgcolor="#F7FBFF">
<table width="100%" border="0"><tr><td bgcolor="#99CCFF"><b>本站公告</b></td></tr><tr><td>为方便广大师生和家长了解学校情况，本站近期进行了改版，部分栏目正在建设之中，如有不便敬请谅解，欢迎大家踊跃投稿。</td></tr>
<tr><td bgcolor="#99CCFF"><b>热门文章</b></td></tr>@@HOT@@
<tr><td bgcolor="#99CCFF"><b>站内搜索</b></td></tr><tr><form action="search.asp"><td><input name="key" size="12"><input type="submit" value="搜"></td></form></tr>
<tr><td>您是本站第<img src="count/1.gif"><img src="count/0.gif"><img src="count/7.gif">位访客<br>当前在线：3人</td></tr></table>
</td>
<td width="600" valign="top">
<table width="98%" align="center" border="0" cellspacing="0" cellpadding="4">
<tr><td height="26" background="images/wz.gif">当前位置：<a href="index.asp">首页</a>-&gt;<a href="list.asp">校务公开</a>-&gt;<a href="list.asp">计划总结</a></td></tr>
<tr><td align="center" class="title" height="50"><font color="#FF0000" size="4"><b>@@TITLE@@</b></font></td></tr>
<tr><td align="center"><font color="#808080">[@@DATE@@]　作者：@@AUTHOR@@　点击数：@@CLICK@@　[<a href="javascript:window.external.AddFavorite(location.href,document.title)">收藏</a>]</font></td></tr>
<tr><td><hr size="1" color="#CCCCCC"></td></tr>
<tr><td style="font-size:14px;line-height:180%" class="content">
@@BODY@@
</td></tr>
<tr><td align="right"><a href="javascript:window.print()"><img src="images/print.gif" border="0">打印本文</a>　<a href="javascript:window.close()">关闭窗口</a></td></tr>
<tr><td><font color="#336699">■ 上一篇：</font><a href="#">@@PREV@@</a><br><font color="#336699">■ 下一篇：</font>没有了</td></tr>
<tr><td bgcolor="#F0F0F0"><b>网友评论</b>（评论内容只代表网友观点，与本站立场无关！）</td></tr>
<tr><form action="savepl.asp" method="post"><td>姓名：<input name="xm" size="10"> 评分：<input type="radio" name="pf">1分 <input type="radio" name="pf">2分 <input type="radio" name="pf">3分<br>内容：<textarea name="nr" cols="50" rows="4"></textarea><br><input type="submit" value="发表评论"></td></form></tr>
</table></td></tr>
<tr><td colspan="2" align="center" bgcolor="#336699" height="50"><font color="#FFFFFF">澜石县第一中学 版权所有 电话：0831-7221100 <br>地址：澜石县城北街1号　站长：<a href="mailto:a@b.example">信息技术组</a>　页面执行时间：46.875毫秒</font></td></tr>
</table>
</body>
</html>
''', CHARSET="gb2312" if d.spec.get("gbk") else "utf-8", TITLE=ent(d.title), MENU=menu, HOT=hot, DATE=loose(d.published), AUTHOR=d.author, CLICK=d.clicks, PREV=d.news(1)[0], BODY="\n".join(body))

# ---- S4: WeChat article, saved page
def school_wechat(d):
    r = d.rng
    S = '<span style="font-size: 16px;letter-spacing: 1px;" data-mpa-powered-by="x">%s</span>'
    body = []
    for i, b in enumerate(d.blocks):
        if b[0] in ("h", "h2"):
            body.append('<section style="margin: 10px auto;text-align: center;" data-role="title"><section style="display: inline-block;border-bottom: 2px solid rgb(84, 141, 212);"><section data-brushtype="text" style="padding: 4px 10px;"><strong>%s</strong></section></section></section>' % ent(b[1]))
        elif b[0] == "p":
            body.append('<p style="text-indent: 2em;line-height: 1.75em;margin: 0px 8px;">%s</p>' % (S % ent(b[1])))
            if r.random() < 0.4:
                body.append("<p><br  /></p>")
        elif b[0] == "sig":
            body.append('<p style="text-align: right;">%s</p>' % (S % ent(b[1])))
        elif b[0] == "img":
            body.append('<p style="text-align: center;"><img class="rich_pages wxw-img" data-ratio="0.667" data-src="https://mmbiz.example/%s?wx_fmt=jpeg" data-type="jpeg" data-w="1080" style="" /></p>' % b[1])
            if b[2]:
                body.append('<p style="text-align: center;"><span style="font-size: 12px;color: rgb(136, 136, 136);">%s</span></p>' % ent(b[2]))
    body.append('<p style="display: none;"><mp-style-type data-value="3"></mp-style-type></p>')
    hid = d.length == "long"
    return T('''
<!DOCTYPE html>
<html class="">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<meta name="viewport" content="width=device-width,initial-scale=1.0,maximum-scale=1.0,user-scalable=0,viewport-fit=cover">
<meta name="description" content="" />
<meta property="og:title" content="@@TITLE@@" />
<meta property="og:site_name" content="微信公众平台" />
<meta property="og:article:author" content="@@AUTHOR@@" />
<title>@@HEADT@@</title>
<style>.rich_media_content{overflow:hidden;color:#333;font-size:17px}.weui-dialog{display:none}</style>
<script nonce="1" type="text/javascript">window.logs = { pagetime: {} }; var biz = "MzA5"||""; var ct = "1598926500"; var nickname = "柳堰学校"; var msg_title = '@@TITLE@@'.html(false); var msg_desc = htmlDecode("");</script>
</head>
<body id="activity-detail" class="zh_CN mm_appmsg" ontouchstart="">
<div id="js_article" class="rich_media"><div id="js_top_ad_area" class="top_banner"></div>
<div id="js_base_container" class="rich_media_inner"><div id="page-content" class="rich_media_area_primary"><div class="rich_media_area_primary_inner"><div id="img-content" class="rich_media_wrp">
<h1 class="rich_media_title" id="activity-name">
            @@TITLE@@
</h1>
<div id="meta_content" class="rich_media_meta_list"><span id="copyright_logo" class="wx_tap_link icon_appmsg_tag">原创</span><span class="rich_media_meta rich_media_meta_text">@@AUTHOR@@</span><span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" class="wx_tap_link" id="js_name">柳堰学校</a>
<div id="js_profile_qrcode" class="profile_container" style="display:none;"><div class="profile_inner"><strong class="profile_nickname">柳堰学校</strong><img class="profile_avatar" id="js_profile_qrcode_img" src="" alt=""><p class="profile_meta"><label class="profile_meta_label">微信号</label><span class="profile_meta_value">liuyanxx</span></p><p class="profile_meta"><label class="profile_meta_label">功能介绍</label><span class="profile_meta_value">柳堰九年一贯制学校官方公众号，发布学校动态、教育资讯，搭建家校沟通的桥梁，展示师生风采。</span></p></div></div></span>
<em id="publish_time" class="rich_media_meta rich_media_meta_text">@@DATE@@</em></div>
<div class="rich_media_content " id="js_content" style="visibility: @@VIS@@;">
<section data-tools="editor" data-id="81"><section style="box-sizing: border-box;"><section powered-by="x">
@@BODY@@
</section></section></section>
</div>
@@VISJS@@
<div class="ct_mpda_wrp" id="js_sponsor_ad_area" style="display:none;"></div>
<div class="rich_media_tool" id="js_toobar3"><div class="read-more__area"><a class="media_tool_meta meta_primary" id="js_view_source" href="javascript:;">阅读原文</a></div><div class="media_tool_meta"><span>阅读</span><span id="readNum3">@@CLICK@@</span><span>赞</span><span>在看</span></div><span style="display:none;" class="tips_global">写下你的留言</span></div>
</div></div></div>
<div class="rich_media_area_extra"><div class="rich_media_area_extra_inner"><div id="js_cmt_container"><div class="discuss_title_line">精选留言</div><ul class="discuss_list"><li class="discuss_item"><strong class="nickname">风铃</strong><div class="discuss_message_content">为老师们点赞！</div></li></ul></div></div></div>
<div id="js_pc_qr_code" class="qr_code_pc_outer"><div class="qr_code_pc_inner"><div class="qr_code_pc"><img id="js_pc_qr_code_img" class="qr_code_pc_img"><p>微信扫一扫<br>关注该公众号</p></div></div></div>
</div></div>
<div class="weui-dialog" id="js_dialog" style="display:none;"><div class="weui-dialog__bd">将打开“柳堰服务”小程序，即将前往该小程序查看更多内容</div><div class="weui-dialog__ft"><a href="javascript:void(0);">取消</a><a href="javascript:void(0);">允许</a></div></div>
<div id="js_unlogin_bottom_bar" style="display:none;"><p>预览时标签不可点</p><p>收录于话题</p></div>
<script type="text/javascript">var real_show_page_time = +new Date();</script>
</body>
</html>
''', TITLE=ent(d.title), HEADT="" if d.length == "short" else ent(d.title), AUTHOR=d.author, DATE=d.published, VIS="hidden" if hid else "visible", BODY="\n".join(body), CLICK=d.clicks,
    VISJS="<script type=\"text/javascript\">document.getElementById('js_content').style.visibility = 'visible';</script>" if hid else "")

# ---- S5: teacher's name line and 点击数; heading paragraphs in p/strong
def school_teacher(d):
    r = d.rng
    body = []
    for b in d.blocks:
        t = ent(b[1], r) if isinstance(b[1], str) else ""
        if b[0] == "h":
            body.append('<p class="p0" style="text-indent:24pt"><strong><span style="font-size:14pt">%s</span></strong></p>' % t)
        elif b[0] == "h2":
            body.append('<p class="p0" style="text-indent:24pt"><strong>%s</strong></p>' % t)
        elif b[0] == "sig":
            body.append('<p class="p0" style="text-align:right">%s</p>' % t)
        elif b[0] == "img":
            body.append('<p style="text-align:center"><img src="/UploadFiles/%s" alt="" /><br />%s</p>' % (b[1], ent(b[2], r)))
        else:
            lead, rest = lead_split(b[1])
            body.append('<p class="p0" style="text-indent:24pt">%s%s</p>' % ("<strong>%s</strong>" % ent(lead, r) if lead else "", ent(rest, r)))
    ul = lambda n: "".join('<li><a class="LinkLink" href="/Item/%d.aspx" title="%s">%s</a></li>' % (r.randint(100, 999), x, x) for x in d.news(n))
    return T('''
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>@@TITLE@@－教师文集－青岩县第二中学</title>
<link href="/Skin/content.css" rel="stylesheet" type="text/css" />
<script src="/JS/jquery.pack.js" type="text/javascript"></script>
</head>
<body>
<div class="head"><div class="topNav"><ul><li><a href="/">网站首页</a></li><li><a href="/c1">学校概况</a></li><li><a href="/c2">校园新闻</a></li><li><a href="/c3">教学管理</a></li><li><a href="/c4">德育之窗</a></li><li><a href="/c5">教师文集</a></li><li><a href="/c6">学生习作</a></li><li><a href="/c7">招生信息</a></li><li><a href="/c8">家长委员会</a></li></ul></div></div>
<div class="path">您现在的位置：<a href="/">青岩县第二中学</a> &gt;&gt; <a href="/c5">教师文集</a> &gt;&gt; <a href="/c52">工作总结</a> &gt;&gt; 正文</div>
<div class="c_main">
<div class="c_left"><h3>最新文章</h3><ul>@@U1@@</ul><h3>推荐文章</h3><ul>@@U2@@</ul></div>
<div class="c_right"><div class="c_content">
<h2 class="title">@@TITLE@@</h2>@@SUB@@
<div class="property"><span>作者：@@AUTHOR@@</span>　<span>文章来源：本站原创</span>　<span>点击数：@@CLICK@@</span>　<span>更新时间：@@DATE@@</span></div>
<p class="teacher">执教年级：@@GRADE@@　　任教教师：@@AUTHOR@@</p>
<div id="fontzoom" class="c_main_content">
@@BODY@@
</div>
<div class="articleinfo">文章录入：admin　　责任编辑：教务处　　<a href="javascript:ContentSize(16)">【字体：大</a> <a href="javascript:ContentSize(14)">中</a> <a href="javascript:ContentSize(12)">小】</a></div>
<ul class="updown"><li>上一篇文章：<a href="#">@@PREV@@</a></li><li>下一篇文章：没有了</li></ul>
<div class="tools">【<a href="#">发表评论</a>】【<a href="#">加入收藏</a>】【<a href="#">告诉好友</a>】【<a href="#">打印此文</a>】【<a href="#">关闭窗口</a>】</div>
<div class="corr"><h4>相关文章</h4><ul>@@U3@@</ul></div>
</div></div></div>
<div class="foot"><p>| <a href="#">设为首页</a> | <a href="#">加入收藏</a> | <a href="#">联系站长</a> | <a href="#">友情链接</a> | <a href="#">版权申明</a> | <a href="#">管理登录</a> |</p><p>青岩县第二中学 地址：青岩县青竹坪镇 邮编：651903 滇ICP备06112233号</p></div>
</body></html>
''', TITLE=ent(d.title, r), U1=ul(6), U2=ul(5), U3=ul(4), AUTHOR=d.author, CLICK=d.clicks, DATE=loose(d.published), GRADE=d.spec["grade"], PREV=d.news(1)[0], BODY="\n".join(body),
    SUB=('\n<div class="subtitle">%s</div>' % ent(d.subtitle, r)) if d.subtitle else "")

# ---- S6: body text directly in <td>, title only in <title>
def school_tdbody(d):
    r = d.rng
    out = []
    for b in d.blocks:
        if b[0] == "table":
            out.append('<table border="1" bordercolor="#000000" align="center" width="90%">\n' + "".join("<tr align=center>" + "".join("<td>%s" % ent(c) for c in row) + "\n" for row in b[1]) + "</table>")
        elif b[0] == "sig":
            out.append('<div align="right">%s</div>' % ent(b[1]))
        elif b[0] == "img":
            out.append('<center><img src="pic/%s" width="400"></center>' % b[1] + ("<center>（%s）</center>" % ent(b[2]) if 0 else "<center>%s</center>" % ent(b[2]) if b[2] else ""))
        elif b[0] in ("h", "h2"):
            out.append("&nbsp;&nbsp;&nbsp;&nbsp;<b>%s</b><br>" % ent(b[1]))
        else:
            out.append("&nbsp;&nbsp;&nbsp;&nbsp;%s<br>" % ent(b[1]))
    date = '<tr><td align="center" class="rq">%s</td></tr>' % d.published.replace("-", ".") if d.published else ""
    links = "".join('<tr><td height="25" align="center" background="img/btn.gif"><a href="%d.htm">%s</a></td></tr>\n' % (i, x) for i, x in enumerate("学校首页 学校简介 领导班子 教师风采 办学特色 规章制度 工作计划 工作总结 教案选登 学生作品 校园掠影 家长须知 联系我们".split()))
    return T('''
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta name="GENERATOR" content="Microsoft FrontPage 4.0">
<meta name="ProgId" content="FrontPage.Editor.Document">
<title>@@TITLE@@-岚桥县特殊教育学校</title>
</head>
<body bgcolor="#E8F4E8" link="#006600" vlink="#006600">
<div align="center"><center>
<table border="0" width="900" cellspacing="0" cellpadding="0" bgcolor="#FFFFFF">
<tr><td width="100%" colspan="2"><img border="0" src="img/head.jpg" width="900" height="130" alt="岚桥县特殊教育学校"></td></tr>
<tr>
<td width="150" valign="top" bgcolor="#CCE8CC"><table border="0" width="140">
@@LINKS@@<tr><td><p align="center"><b>校长寄语</b><br>每一个生命都值得尊重，每一个孩子都能够成长，让我们用爱心、耐心和恒心陪伴他们走好人生的每一步。</td></tr></table></td>
<td width="750" valign="top">
<table border="0" width="700" align="center" cellpadding="6">
<tr><td><img src="img/zjbt.gif" alt="计划总结" width="200" height="40"></td></tr>
@@DATE@@
<tr><td style="font-size:11pt;line-height:22pt">
@@BODY@@
</td></tr>
<tr><td align="right"><a href="gzzj.htm">[返回列表]</a> <a href="#">[返回页首]</a></td></tr>
</table>
</td></tr>
<tr><td colspan="2" bgcolor="#99CC99" align="center"><font size="2">岚桥县特殊教育学校　地址：岚桥县河东路33号　电话：0797-6655443<br>最后更新：校办公室　本网站由电教组制作维护</font></td></tr>
</table></center></div>
</body>
</html>
''', TITLE=ent(d.title), LINKS=links, DATE=date, BODY="\n".join(out))

# ---- S7: related news items are long sentences that look like paragraphs
def school_relatedlong(d):
    r = d.rng
    body = []
    for b in d.blocks:
        if b[0] in ("h", "h2"):
            body.append('<p><b>%s</b></p>' % ent(b[1]))
        elif b[0] == "sig":
            body.append('<p style="text-align:right">%s</p>' % ent(b[1]))
        elif b[0] == "img":
            body.append('<div class="pic"><img src="/u/%s"></div><div class="pic-txt">%s</div>' % (b[1], ent(b[2])))
        else:
            body.append("<p>&emsp;&emsp;%s</p>" % ent(b[1]))
    lo = d.news(7, True)
    tit = d.news(7)
    top = "".join('<div class="item"><h4><a href="#">%s</a></h4><p>%s</p></div>' % (tit[i], lo[i]) for i in range(2))
    bot = "".join('<li><a href="#"><b>%s</b></a><p>%s</p><span class="more"><a href="#">[详情]</a></span></li>' % (tit[i], lo[i]) for i in range(2, 7))
    return T('''
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<title>@@TITLE@@_榆溪实验学校</title>
<meta name="description" content="榆溪实验学校官方网站">
<link rel="stylesheet" href="/css/main.css">
</head>
<body>
<div class="topbar"><span>欢迎访问榆溪实验学校官方网站！</span><a href="#">登录</a><a href="#">OA系统</a><a href="#">校园邮箱</a></div>
<div class="logo-wrap"><img src="/img/logo.png" alt="榆溪实验学校"></div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="#">学校概览</a></li><li><a href="#">新闻中心</a></li><li><a href="#">教学科研</a></li><li><a href="#">学生成长</a></li><li><a href="#">党建工会</a></li><li><a href="#">校务公开</a></li><li><a href="#">招生招聘</a></li></ul>
<div class="focus"><h3>今日关注</h3>@@TOP@@</div>
<div class="layout"><div class="loc">您所在的位置：<a href="/">首页</a> &gt; <a href="#">校务公开</a> &gt; <a href="#">计划总结</a></div>
<div class="detail">
<h1>@@TITLE@@</h1>
<div class="info"><span>发布者：@@AUTHOR@@</span><span>发布时间：@@DATE@@</span><span>浏览：@@CLICK@@</span></div>
<div class="text-content">
@@BODY@@
</div>
<div class="share"><span>分享到：</span><a href="#">微信</a><a href="#">微博</a><a href="#">QQ好友</a></div>
</div>
<div class="related"><h3>相关新闻</h3><ul>
@@BOT@@
</ul></div>
</div>
<div class="footer"><p>榆溪实验学校 地址：榆溪县新城区学林路8号 招生电话：0912-3344556</p><p>陕ICP备19001199号-1 陕公网安备61089902000009号</p><p>扫一扫，关注学校微信公众号</p></div>
</body>
</html>
''', TITLE=ent(d.title), TOP=top, BOT=bot, AUTHOR=d.author, DATE=d.published, CLICK=d.clicks, BODY="\n".join(body))

# ---- S8: 博达-like (vsb) campus site, data table among the paragraphs
def school_datatable(d):
    r = d.rng
    body, first = [], True
    for b in d.blocks:
        if b[0] == "table":
            rows = b[1]
            body.append('<table border="1" cellspacing="0" cellpadding="0" width="568"><tbody>\n' + "".join('<tr style="height:28px">' + "".join('<td width="113" style="border: 1px solid rgb(0,0,0);"><p style="text-align: center;"><span style="font-family: 宋体;">%s</span></p></td>' % ent(c) for c in row) + "</tr>\n" for row in rows) + "</tbody></table>")
            continue
        if b[0] == "img":
            body.append('<p style="text-align: center;"><img src="/__local/%s" vsbhref="vurl" vurl="/_vsl/%s" width="500" class="img_vsb_content"></p>' % (b[1], d.id) + ('\n<p style="text-align: center;">%s</p>' % ent(b[2]) if b[2] else ""))
            continue
        cls = ' class="vsbcontent_start"' if first else ""
        first = False
        if b[0] in ("h", "h2"):
            body.append('<p%s style="text-indent: 2em;"><strong>%s</strong></p>' % (cls, ent(b[1])))
        elif b[0] == "sig":
            body.append('<p class="vsbcontent_end" style="text-align: right;">%s</p>' % ent(b[1]))
        elif b[0] == "att":
            body.append('<p%s style="text-indent: 2em;">%s</p>' % (cls, ent(b[1])))
        else:
            body.append('<p%s style="text-indent: 2em;"><span style="font-family: 宋体; font-size: 16px;">%s</span></p>' % (cls, ent(b[1])))
    atts = [b for b in d.blocks if b[0] == "att"]
    dl = '<ul style="list-style-type:none;"><li>附件【<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1" target="_blank">%s.xlsx</a>】已下载<span id="nattach1">%d</span>次</li></ul>' % (d.id, r.randint(2, 60)) if atts else ""
    return T('''
<!DOCTYPE HTML>
<HTML><HEAD>
<TITLE>@@TITLE@@-沧屏县槐荫初级中学</TITLE><META Name="keywords" Content="沧屏县槐荫初级中学,教务动态,@@TITLE@@" />
<META charset="UTF-8">
<META Name="PageTitle" content="@@TITLE@@">
<LINK href="../../style/style.css" type="text/css" rel="stylesheet">
<!--Announced by Visual SiteBuilder 9--><script language="javascript" src="../../_sitegray/_sitegray.js"></script>
<!-- CustomerNO:77656262657232307e7847545053574100000002 --></HEAD>
<BODY>
<DIV class="header"><div class="logo" id="LOGO"><a href="../../index.htm" title="槐荫初级中学"><img src="../../images/logo.png"></a></div>
<div class="lang"><form name="au3a" action="../../ssjg.jsp?wbtreeid=1001" method="post"><input name="showkeycode" id="showkeycode" placeholder="站内搜索"></form></div>
<div class="nav"><ul>@@NAV@@</ul></div></DIV>
<DIV class="nybanner"><img src="../../images/b1.jpg"></DIV>
<DIV class="ny"><div class="nyleft"><h2>教务管理</h2><ul>@@LEFT@@</ul></div>
<div class="nyright"><div class="rtop"><h3>教务动态</h3><p>当前位置： <a href="../../index.htm">首页</a>&gt;&gt;<a href="../../jwgl.htm">教务管理</a>&gt;&gt;<a href="../../jwgl/jwdt.htm">教务动态</a>&gt;&gt;正文</p></div>
<script language="javascript" src="../../system/resource/js/dynclicks.js"></script>
<form name="_newscontent_fromname"><div class="con">
<h1 align="center">@@TITLE@@</h1>
<div class="sj" align="center">日期：@@DATECN@@&nbsp;&nbsp; 来源：@@SRC@@&nbsp;&nbsp; 点击：[<span id="dynclicks_wbnews_1054_@@ID@@">@@CLICK@@</span>]</div>
<div id="vsb_content_2"><div class="v_news_content">
@@BODY@@
</div></div><div id="div_vote_id"></div>
@@DL@@
<p class="up_down">上一条：<a href="1.htm">@@PREV@@</a></p><p class="up_down">下一条：<a href="2.htm">@@NEXT@@</a></p>
<p align="right">【<a href="javascript:window.opener=null;window.open('','_self');window.close();">关闭</a>】</p>
</div></form></div></DIV>
<DIV class="footer"><p>沧屏县槐荫初级中学&nbsp; 地址：沧屏县槐荫镇&nbsp; 邮编：424599&nbsp; 电话：0746-5566778</p><p>友情链接： <select><option>沧屏县教育局</option><option>沧屏县第一中学</option><option>县教师进修学校</option></select></p></DIV>
<div style="display:none"><script src="//cnzz.example/stat.php"></script>站长统计</div>
</BODY></HTML>
''', TITLE=ent(d.title), NAV="".join('<li><a href="../../%d.htm">%s</a></li>' % (i, x) for i, x in enumerate("网站首页 学校概况 新闻中心 教务管理 政教工作 总务后勤 党建工作 工会之家".split())),
    LEFT="".join('<li><a href="#" title="%s">%s</a></li>' % (x, x) for x in "教务动态 课程安排 考试安排 成绩分析 教研活动 教师培训 学籍管理".split()),
    DATECN=cn(d.published), SRC=d.source, ID=d.id, CLICK=d.clicks, BODY="\n".join(body), DL=dl, PREV=d.news(1)[0], NEXT=d.news(1)[0])

# ================================================================ documents
def gov(c, b=None):
    return {"kind": "gov", "c": c, "b": b or c + "教育局", "s": c + "教育局"}
def sch(c, s):
    return {"kind": "school", "c": c, "b": c + "教育局", "s": s}

A = "张、李".split("、")
PAGES = [
 ("gov-table2008", gov_table2008, gov("青岩县"), {
  "short": dict(y=2008, gbk=True, title="青岩县教育局2008年第一季度工作小结", topics=["安全", "基建", "资助"], opts="", pub="2008-04-03", source="局办公室"),
  "medium": dict(y=2007, title="青岩县2007年“两基”巩固提高工作汇报", topics=["控辍", "基建", "培训"], opts="lead sig close", pub="2008-01-15", source="教育股", sigdate="二○○七年十二月二十八日"),
  "long": dict(y=2008, gbk=True, title="青岩县教育局2008年工作总结和2009年工作要点", sub="（2009年1月9日局务会讨论通过）", topics=["控辍", "师德", "安全", "质量", "计划"], opts="sub img", pub="2009-01-12", source="局办公室")}),
 ("gov-trs", gov_trs, gov("云栎县", "云栎县教育体育局"), {
  "short": dict(y=2019, title="县教体局“三个到位”抓实控辍保学", topics=["控辍"], opts="tiny", pub="2019-03-12", source="教育股"),
  "medium": dict(y=2019, title="云栎县2019年春季学期学生营养改善计划实施情况总结", topics=["营养"], opts="lead att", att=["2019年春季学期食堂检查问题清单", "营养改善计划受益学生统计表"], pub="2019-07-08", source="学生资助管理中心"),
  "long": dict(y=2018, title="云栎县教育体育局2018年工作总结及2019年工作计划", sub="——在全县教育体育工作会议上的报告（摘要）", topics=["党建", "体艺", "资助", "问题", "计划"], opts="sub img close", pub="2019-01-23", source="办公室")}),
 ("gov-xxgk", gov_xxgk, gov("白苇县"), {
  "short": dict(y=2020, title="白苇县教育局关于2020年上半年工作情况的报告", topics=["招考", "安全"], opts="intro two", pub="2020-07-15", cwrq="2020年7月10日"),
  "medium": dict(y=2018, title="白苇县教育局2018年度教育督导工作总结", topics=["督导"], opts="lead att sig", att=["白苇县2018年督导反馈问题整改台账"], pub="2019-01-04", cwrq="2018年12月29日", sigdate="2018年12月29日"),
  "long": dict(y=2021, title="白苇县教育局关于2021年控辍保学工作情况的报告", topics=["控辍", "督导", "问题", "计划"], opts="table sig lead", tabcap="各乡镇控辍保学主要数据如下：", pub="2021-12-30", cwrq="2021年12月24日", sigdate="2021年12月24日")}),
 ("gov-jcms", gov_jcms, gov("临沅区"), {
  "short": dict(y=2016, title="区教育局多措并举加强食堂管理", topics=["营养"], opts="", pub="2016-10-19", source="安全股", author="钟海平"),
  "medium": dict(y=2016, title="临沅区教育局2016年师德师风建设工作总结", topics=["师德"], opts="lead close sig img", pub="2017-01-09", source="区教育局", author="方敏", sigdate="2016年12月30日"),
  "long": dict(y=2017, title="临沅区2017年教育工作总结", sub="临沅区教育局", topics=["培训", "质量", "学前", "信息", "计划"], opts="close att lead", att=["临沅区2017年教育事业统计简表", "2017年获市级以上表彰的集体和个人名单"], pub="2018-01-17", source="区教育局", author="钟海平")}),
 ("gov-responsive", gov_responsive, gov("丹枫区"), {
  "short": dict(y=2022, title="丹枫区“双减”工作阶段小结", topics=["双减"], opts="two noc", pub="2022-01-18", source="丹枫区教育局", author="苏颖"),
  "medium": dict(y=2022, title="丹枫区教育局2022年上半年义务教育“双减”工作总结", sub="——以课后服务为突破口，办好家门口的学校", topics=["双减"], opts="img lead", pub="2022-07-06", source="基础教育科", author="苏颖"),
  "long": dict(y=2021, title="2021年丹枫区教育局工作总结和2022年工作思路", topics=["双减", "党建", "学前", "计划"], opts="sub img table", pub="2022-01-25", source="丹枫区教育局", author="何晓", tabcap="义务教育巩固情况统计如下。")}),
 ("gov-br", gov_br, gov("石浔县"), {
  "short": dict(y=2012, title="石浔县教育局开展校园安全大检查", topics=["安全"], opts="", pub="2012-11-06", author="安全办"),
  "medium": dict(y=2012, title="2012年石浔县学前教育工作总结", topics=["学前", "培训", "问题"], opts="head sig", pub="2013-01-15", author="基教股", sigdate="二〇一二年十二月二十日"),
  "long": dict(y=2013, title="石浔县教育局2013年工作总结", sub="（送审稿）", topics=["学前", "基建", "资助", "安全", "质量"], opts="close sig", pub="2014-01-03", author="办公室", sigdate="2013年12月26日")}),
 ("gov-word", gov_word, gov("雾岭县"), {
  "short": dict(y=2015, title="雾岭县2015年学生资助工作小结", topics=["资助"], opts="", pub="2015-12-30", source="资助中心"),
  "medium": dict(y=2014, title="雾岭县教育局2014年校舍安全工程实施情况总结", topics=["基建", "安全"], opts="sig close", pub="2015-01-12", source="计财股", sigdate="2014年12月31日"),
  "long": dict(y=2015, title="雾岭县教育局2015年度工作总结暨2016年工作计划", topics=["营养", "师德", "招考", "基建", "计划"], opts="sub table sig", pub="2016-01-06", source="办公室", sigdate="2015年12月28日", tabcap="附表：部分乡镇义务教育情况")}),
 ("gov-sidemenu", gov_sidemenu, gov("荻川县", "荻川县教育和科学技术局"), {
  "short": dict(y=2017, title="我县扎实做好秋季开学工作", topics=["招考", "安全"], opts="two tiny", pub=None, source="办公室", author="黎明"),
  "medium": dict(y=2017, title="荻川县2017年教师培训与交流工作总结", topics=["培训"], opts="lead contact", pub="2017-12-21", source="人事师资股", author="黎明"),
  "long": dict(y=2018, title="荻川县教育和科学技术局2018年上半年工作总结", sub="荻川县教育和科学技术局办公室", topics=["控辍", "体艺", "信息", "督导", "问题"], opts="sub close img", pub="2018-07-02", source="办公室", author="吴桐")}),
 ("school-discuz", school_discuz, sch("望榆县", "望榆小学"), {
  "short": dict(y=2014, title="四年级班主任工作小结", topics=["班级"], opts="", pub="2014-07-08", author="榆钱儿"),
  "medium": dict(y=2013, title="2013年秋季学期班主任工作总结——用爱点亮每一盏灯", topics=["班级", "德育"], opts="close img", pub="2014-01-16", author="榆钱儿"),
  "long": dict(y=2014, title="望榆小学2014年春季学期德育工作总结", topics=["德育", "班级", "校安", "校计"], opts="sub close sig", pub="2014-07-11", author="大榆树", sigdate="2014年7月10日")}),
 ("school-wordpress", school_wordpress, sch("柘林县", "桂荷镇中心小学"), {
  "short": dict(y=2021, title="暑期家访小结", topics=["班级", "德育"], opts="two", pub="2021-08-28", author="桂荷小学"),
  "medium": dict(y=2021, title="2020—2021学年度第二学期教研组工作总结", topics=["教研", "教学"], opts="img list", pub="2021-07-05", author="语文教研组"),
  "long": dict(y=2021, title="桂荷镇中心小学2021年工作总结", topics=["德育", "教学", "教研", "校计"], opts="sub list noc", pub="2022-01-14", author="桂荷小学")}),
 ("school-oldasp", school_oldasp, sch("澜石县", "澜石县第一中学"), {
  "short": dict(y=2009, gbk=True, title="高二年级组工作小结", topics=["教学", "教研"], opts="", pub="2009-06-30", author="高二年级组"),
  "medium": dict(y=2010, gbk=True, title="2009-2010学年度下学期政教处工作总结", topics=["德育", "校安"], opts="sig noc", pub="2010-07-05", author="政教处", signer="澜石一中政教处", sigdate="2010年7月2日"),
  "long": dict(y=2010, title="澜石县第一中学2010年教育教学工作总结", topics=["教学", "教研", "德育", "校安", "校计"], opts="close", pub="2011-01-10", author="校长办公室")}),
 ("school-wechat", school_wechat, sch("柳堰县", "柳堰九年一贯制学校"), {
  "short": dict(y=2020, title="【柳堰学校】开学第一周工作小结", topics=["校安"], opts="img two", pub="2020-09-07", author="德育处"),
  "medium": dict(y=2020, title="回望来路，砥砺前行 | 柳堰学校2020年春季学期工作总结", topics=["德育", "校安", "教学"], opts="head", pub="2020-07-18", author="校办"),
  "long": dict(y=2021, title="柳堰九年一贯制学校2021年课后服务与德育工作总结", topics=["双减", "德育", "班级", "校计"], opts="img close sig sub", pub="2022-01-12", author="校办", sigdate="2022年1月10日")}),
 ("school-teacher", school_teacher, sch("青岩县", "青岩县第二中学"), {
  "short": dict(y=2015, title="七年级数学教学小结", topics=["教学"], opts="", pub="2016-01-20", author="李春晓", grade="七年级"),
  "medium": dict(y=2016, title="语文教学工作总结", sub="——2015至2016学年度下学期", topics=["教学", "班级", "校计"], opts="head", pub="2016-07-04", author="覃玉兰", grade="八年级"),
  "long": dict(y=2017, title="2017年度个人教育教学工作总结", topics=["教学", "教研", "班级", "校计"], opts="sub lead sig img", pub="2018-01-22", author="周大川", grade="九年级", signer="青岩县第二中学　周大川", sigdate="2018年1月19日")}),
 ("school-tdbody", school_tdbody, sch("岚桥县", "岚桥县特殊教育学校"), {
  "short": dict(y=2010, title="特校2010年秋季学期送教上门工作小结", topics=["控辍", "班级"], opts="", pub=None),
  "medium": dict(y=2011, title="岚桥县特殊教育学校2011年上半年工作总结", topics=["校安", "教研", "德育"], opts="sig", pub="2011-07-04", sigdate="二0一一年七月一日"),
  "long": dict(y=2011, title="岚桥县特殊教育学校2011年工作总结", topics=["德育", "教学", "校安", "教研", "校计"], opts="close table", pub=None, tabcap="各年级学生情况如下：")}),
 ("school-relatedlong", school_relatedlong, sch("榆溪县", "榆溪实验学校"), {
  "short": dict(y=2022, title="教务处2022年秋季学期工作小结", topics=["教学", "教研"], opts="", pub="2023-01-10", author="教务处"),
  "medium": dict(y=2022, title="榆溪实验学校2022年校园安全工作总结", topics=["校安", "安全"], opts="close img", pub="2022-12-29", author="安保处"),
  "long": dict(y=2023, title="榆溪实验学校2023年春季学期工作总结", topics=["双减", "教学", "德育", "校计"], opts="sub sig", pub="2023-07-07", author="校长室", sigdate="2023年7月5日")}),
 ("school-datatable", school_datatable, sch("沧屏县", "槐荫初级中学"), {
  "short": dict(y=2018, title="期中质量检测情况小结", topics=["教学"], opts="two table", pub="2018-05-11", source="教务处", tabcap="各班成绩统计如下："),
  "medium": dict(y=2018, title="2018年春季学期期末检测分析与教务工作总结", topics=["教学", "教研"], opts="table close", pub="2018-07-10", source="教务处", tabcap="表1　期末检测成绩统计"),
  "long": dict(y=2018, title="槐荫初级中学2018年教学质量分析报告", topics=["教学", "教研", "班级", "校计"], opts="table att sub sig", att=["2018年各学科成绩明细"], pub="2019-01-25", source="教务处", tabcap="表1　各班综合成绩", sigdate="2019年1月22日")}),
]

GBK_REPLACE = {"〇": "○"}

def main(out):
    os.makedirs(out, exist_ok=True)
    n = 0
    for name, fn, ctx, specs in PAGES:
        for length in ("short", "medium", "long"):
            spec = specs[length]
            c = dict(ctx, y=spec["y"])
            d = build(name, length, spec, c)
            page = fn(d)
            enc = "gbk" if spec.get("gbk") else "utf-8"
            base = os.path.join(out, "%s-%s" % (name, length))
            with open(base + ".html", "wb") as f:
                f.write(page.encode(enc))
            with open(base + ".json", "w", encoding="utf-8", newline="\n") as f:
                json.dump({"title": d.title, "published": d.published, "paragraphs": d.truth()}, f, ensure_ascii=False, indent=1)
                f.write("\n")
            n += 2
    print(n, "files")

if __name__ == "__main__":
    main(sys.argv[1])
